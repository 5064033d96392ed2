package dev.segue.library.fact;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/// The topics of Segue in a broker: every [Topic], and for each one the topic of its dead letters. How many replicas
/// they have is the broker's `default.replication.factor`.
public final class Topics {

    private Topics() {}

    /// Creates the topics that are lacking and leaves the others as they are.
    ///
    /// @throws IllegalStateException if one exists with other partitions or settings; the one line says which
    /// @throws KafkaException if the broker does not answer
    public static void create(Admin admin) {
        Set<String> existing = answer(admin.listTopics().names());
        List<NewTopic> wanted = wanted();
        createAll(
                admin,
                wanted.stream()
                        .filter(topic -> !existing.contains(topic.name()))
                        .toList());
        List<String> differences = differences(admin, wanted, existing);
        if (!differences.isEmpty()) {
            throw new IllegalStateException(asTheyShouldNotBe(differences));
        }
    }

    /// How those that are there differ from what they should be: a sentence each, none if all is well.
    ///
    /// @throws KafkaException if the broker does not answer
    public static List<String> differences(Admin admin) {
        return differences(admin, wanted(), answer(admin.listTopics().names()));
    }

    /// One line that says so.
    public static String asTheyShouldNotBe(List<String> differences) {
        return "topics are not as they should be: " + String.join("; ", differences);
    }

    static List<NewTopic> wanted() {
        return Arrays.stream(Topic.values())
                .<NewTopic>mapMulti((topic, topics) -> {
                    topics.accept(topic(topic.topic(), topic.partitions(), topic.kept()));
                    topics.accept(topic(topic.deadLetters(), 1, Topic.DEAD_LETTERS_KEPT));
                })
                .toList();
    }

    private static NewTopic topic(String name, int partitions, Topic.Kept kept) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(kept.settings());
    }

    private static void createAll(Admin admin, Collection<NewTopic> lacking) {
        admin.createTopics(lacking).values().values().forEach(Topics::created);
    }

    private static void created(KafkaFuture<Void> creation) {
        try {
            var _ = creation.get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) { // somebody else was quicker: fine
                throw unanswered(failure);
            }
        } catch (InterruptedException stopped) {
            throw stopped(stopped);
        }
    }

    private static List<String> differences(Admin admin, List<NewTopic> wanted, Set<String> existing) {
        List<NewTopic> topics =
                wanted.stream().filter(topic -> existing.contains(topic.name())).toList();
        Map<String, TopicDescription> descriptions =
                answer(admin.describeTopics(topics.stream().map(NewTopic::name).toList())
                        .allTopicNames());
        Map<ConfigResource, Config> settings = answer(
                admin.describeConfigs(topics.stream().map(Topics::resource).toList())
                        .all());
        return topics.stream()
                .flatMap(topic -> differences(
                        topic,
                        requireNonNull(descriptions.get(topic.name())),
                        requireNonNull(settings.get(resource(topic)))))
                .toList();
    }

    private static Stream<String> differences(NewTopic wanted, TopicDescription found, Config settings) {
        int partitions = found.partitions().size();
        Stream<String> inPartitions = partitions == wanted.numPartitions()
                ? Stream.of()
                : Stream.of(wanted.name() + " has " + partitions + " partitions instead of " + wanted.numPartitions());
        Stream<String> inSettings = new TreeMap<>(wanted.configs())
                .entrySet().stream()
                        .filter(setting -> !setting.getValue()
                                .equals(settings.get(setting.getKey()).value()))
                        .map(setting -> wanted.name() + " has " + setting.getKey() + "="
                                + settings.get(setting.getKey()).value() + " instead of " + setting.getValue());
        return Stream.concat(inPartitions, inSettings);
    }

    private static ConfigResource resource(NewTopic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw unanswered(failure);
        } catch (InterruptedException stopped) {
            throw stopped(stopped);
        }
    }

    private static KafkaException unanswered(ExecutionException failure) {
        return new KafkaException("the broker does not answer: " + failure.getCause(), failure);
    }

    private static IllegalStateException stopped(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("stopped while waiting for the broker", stopped);
    }
}
