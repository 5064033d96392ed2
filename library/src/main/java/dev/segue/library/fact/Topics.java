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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
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

    /// Creates the topics that are lacking. Where a topic of an earlier release takes smaller records than are written
    /// now, it takes them from then on; else the others are left as they are.
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
        List<NewTopic> found =
                wanted.stream().filter(topic -> existing.contains(topic.name())).toList();
        Map<ConfigResource, Config> settings = settings(admin, found);
        takeLargerRecords(
                admin,
                found.stream().filter(topic -> isTooSmall(topic, settings)).toList());
        List<String> differences = differences(admin, found, settings).stream()
                .filter(difference -> !difference.contains(Topic.LARGEST))
                .toList();
        if (!differences.isEmpty()) {
            throw new IllegalStateException(asTheyShouldNotBe(differences));
        }
    }

    /// How those that are there differ from what they should be: a sentence each, none if all is well.
    ///
    /// @throws KafkaException if the broker does not answer
    public static List<String> differences(Admin admin) {
        Set<String> existing = answer(admin.listTopics().names());
        List<NewTopic> found = wanted().stream()
                .filter(topic -> existing.contains(topic.name()))
                .toList();
        return differences(admin, found, settings(admin, found));
    }

    /// One line that says so.
    public static String asTheyShouldNotBe(List<String> differences) {
        return "topics are not as they should be: " + String.join("; ", differences);
    }

    static List<NewTopic> wanted() {
        return Arrays.stream(Topic.values())
                .<NewTopic>mapMulti((topic, topics) -> {
                    topics.accept(topic(topic.topic(), topic.partitions(), topic.settings()));
                    topics.accept(topic(topic.deadLetters(), 1, topic.deadLetterSettings()));
                })
                .toList();
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
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

    private static boolean isTooSmall(NewTopic topic, Map<ConfigResource, Config> settings) {
        return Optional.ofNullable(topic.configs().get(Topic.LARGEST))
                .filter(size -> differs(Topic.LARGEST, size, requireNonNull(settings.get(resource(topic)))))
                .isPresent();
    }

    private static void takeLargerRecords(Admin admin, List<NewTopic> tooSmall) {
        if (tooSmall.isEmpty()) {
            return;
        }
        var size = new ConfigEntry(Topic.LARGEST, Integer.toString(Topic.LARGEST_RECORD));
        List<AlterConfigOp> larger = List.of(new AlterConfigOp(size, AlterConfigOp.OpType.SET));
        var _ = answer(admin.incrementalAlterConfigs(
                        tooSmall.stream().collect(Collectors.toMap(Topics::resource, _ -> larger)))
                .all());
    }

    private static Map<ConfigResource, Config> settings(Admin admin, List<NewTopic> topics) {
        return answer(
                admin.describeConfigs(topics.stream().map(Topics::resource).toList())
                        .all());
    }

    private static List<String> differences(Admin admin, List<NewTopic> topics, Map<ConfigResource, Config> settings) {
        Map<String, TopicDescription> descriptions =
                answer(admin.describeTopics(topics.stream().map(NewTopic::name).toList())
                        .allTopicNames());
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
                        .filter(setting -> differs(setting.getKey(), setting.getValue(), settings))
                        .map(setting -> wanted.name() + " has " + setting.getKey() + "="
                                + settings.get(setting.getKey()).value() + " instead of " + setting.getValue());
        return Stream.concat(inPartitions, inSettings);
    }

    /// A topic that takes larger records than are wanted is as it should be.
    private static boolean differs(String setting, String wanted, Config settings) {
        String found = settings.get(setting).value();
        return setting.equals(Topic.LARGEST) ? Long.parseLong(found) < Long.parseLong(wanted) : !wanted.equals(found);
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
