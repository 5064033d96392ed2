package dev.segue.service;

import dev.segue.library.fact.GroupLag;
import dev.segue.library.fact.Topic;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/// Shows how far a service is behind, in every channel that it reads.
@Startup
@ApplicationScoped
class Lag {

    private static final Pattern CHANNEL = Pattern.compile("(mp\\.messaging\\.incoming\\.([a-z-]+)\\.)group\\.id");

    private final List<GroupLag> watched;

    Lag(@Identifier("default-kafka-broker") Map<String, Object> broker, Config config) {
        this.watched = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(CHANNEL::matcher)
                .filter(Matcher::matches)
                .flatMap(channel -> watch(broker, config, channel).stream())
                .toList();
    }

    private static Optional<GroupLag> watch(Map<String, Object> broker, Config config, Matcher channel) {
        String topic = config.getOptionalValue(channel.group(1) + "topic", String.class)
                .orElse(channel.group(2));
        String group = config.getValue(channel.group(), String.class);
        return Topic.named(topic).map(known -> GroupLag.watch(broker, group, known));
    }

    @PreDestroy
    void close() {
        watched.forEach(GroupLag::close);
    }
}
