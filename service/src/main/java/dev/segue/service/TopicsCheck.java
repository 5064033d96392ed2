package dev.segue.service;

import dev.segue.library.fact.Topics;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/// Looks now and then whether the topics are as we need them. One that somebody has made otherwise would lose facts
/// without a word, such as answers of an API that are not kept: so the service is not ready, and says why.
@Startup
@Default
@Readiness
@ApplicationScoped
class TopicsCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(TopicsCheck.class);
    /// when the start is over
    private static final int FIRST_SECONDS = 20;
    private static final int EVERY_SECONDS = 300;

    private final Map<String, Object> broker;
    private final AtomicReference<List<String>> differences = new AtomicReference<>(List.of());
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("topics").factory());

    TopicsCheck(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = Map.copyOf(broker);
    }

    @PostConstruct
    void start() {
        var _ = clock.scheduleWithFixedDelay(this::look, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void look() {
        try (Admin admin = Admin.create(broker)) {
            List<String> found = Topics.differences(admin);
            if (!found.equals(differences.getAndSet(found)) && !found.isEmpty()) {
                LOG.error(Topics.asTheyShouldNotBe(found));
            }
        } catch (KafkaException unanswered) { // that is seen, and waited for, elsewhere
            LOG.debug("The topics could not be looked at", unanswered);
        }
    }

    @Override
    public HealthCheckResponse call() {
        List<String> found = differences.get();
        var response = HealthCheckResponse.named("topics-as-they-should-be").status(found.isEmpty());
        return found.isEmpty()
                ? response.build()
                : response.withData("differences", String.join("; ", found)).build();
    }

    @PreDestroy
    void close() {
        clock.shutdownNow();
    }
}
