package dev.segue.library.fact;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// How far a consumer group is behind in a topic: the gauges `segue_lag_records` and `segue_oldest_unprocessed_seconds`
/// of each partition, looked at every five seconds.
///
/// Counts from what the group has committed, not from what a consumer has fetched: a record that waits in a paused
/// service for hours is unprocessed. Looks at the group from outside, as any of its members may: all instances of a
/// service say the same, and one that has no partition says it, too.
public final class GroupLag implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int FETCH_BYTES = 64 * 1024;

    private final String group;
    private final Topic topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final InstantSource clock;
    private final Map<Integer, Behind> behind = new ConcurrentHashMap<>();
    private final List<Gauge> gauges = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private GroupLag(String group, Topic topic, KafkaConsumer<byte[], byte[]> consumer, InstantSource clock) {
        this.group = group;
        this.topic = topic;
        this.consumer = consumer;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("lag-" + group).unstarted(this::run);
    }

    /// Starts to look at `group` in `topic`, and registers its gauges and counters. A broker that is away is waited
    /// for;
    /// meanwhile the gauges say what was seen last.
    ///
    /// @param kafka settings of the Kafka client; `bootstrap.servers` at least
    public static GroupLag watch(Map<String, Object> kafka, String group, Topic topic) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-lag");
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var lag = new GroupLag(group, topic, consumer, InstantSource.system());
        Traffic.expect(topic);
        for (int partition = 0; partition < topic.partitions(); partition++) {
            lag.register(partition);
        }
        lag.thread.start();
        return lag;
    }

    private void register(int partition) {
        Tags tags = Tags.of("topic", topic.topic(), "partition", Integer.toString(partition), "group", group);
        gauges.add(Gauge.builder(
                        "segue.lag",
                        () -> behind(partition).map(Behind::records).orElse(0L))
                .baseUnit("records")
                .tags(tags)
                .register(Metrics.globalRegistry));
        gauges.add(Gauge.builder("segue.oldest.unprocessed", () -> age(partition))
                .baseUnit("seconds")
                .tags(tags)
                .register(Metrics.globalRegistry));
    }

    private double age(int partition) {
        return behind(partition)
                .flatMap(Behind::oldest)
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private Optional<Behind> behind(int partition) {
        return Optional.ofNullable(behind.get(partition));
    }

    /// Stops, and takes the gauges away.
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        gauges.forEach(Metrics.globalRegistry::remove);
    }

    private void run() {
        try (consumer) {
            do {
                look();
            } while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException | InterruptException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            new GroupLook(consumer, partitions).behind(behind).forEach(behind::put);
        } catch (RetriableException brokerAway) {
            return; // what was seen last stands
        }
    }

    /// @param position of the first record that is not processed
    /// @param records  how many there are from there
    /// @param oldest   when the first of them was written; empty if there is none, or it could not be read now
    record Behind(long position, long records, Optional<Instant> oldest) {}
}
