package dev.segue.library.fact;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads topics from their first record and goes on with every new one: how a service remembers what a compacted topic
/// says. Has no group, so every instance sees everything; commits nothing. One thread of its own calls the listener.
///
/// A record that cannot be read is passed over: the shared group that handles the topic sends it to the dead letters.
/// One at which the listener fails is logged, and what comes after it is told all the same.
public final class FactFollower implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Logger LOG = System.getLogger(FactFollower.class.getName());

    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<Topic> topics;
    private final BiConsumer<Fact, Envelope> listener;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread;

    private FactFollower(
            KafkaConsumer<String, byte[]> consumer, Set<Topic> topics, BiConsumer<Fact, Envelope> listener) {
        this.consumer = consumer;
        this.topics = topics;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("follow-" + topics).unstarted(this::follow);
    }

    /// Starts to read `topics`. Waits for a broker that is away, and for topics that do not exist yet.
    ///
    /// @param kafka settings of the Kafka client; `bootstrap.servers` at least
    public static FactFollower start(
            Map<String, Object> kafka, Set<Topic> topics, BiConsumer<Fact, Envelope> listener) {
        var settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var follower = new FactFollower(consumer, topics, listener);
        follower.thread.start();
        return follower;
    }

    /// Whether everything that was there at the start has been read.
    public boolean caughtUp() {
        return caughtUp.getCount() == 0;
    }

    /// Waits until everything that was there at the start has been read.
    ///
    /// @return false if that took longer than `patience`
    public boolean awaitCaughtUp(Duration patience) throws InterruptedException {
        return caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (consumer) {
            List<TopicPartition> partitions = patiently(this::partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = patiently(() -> consumer.endOffsets(partitions));
            while (true) {
                consumer.poll(POLL).forEach(this::tell);
                if (!caughtUp() && patiently(() -> reached(ends))) {
                    caughtUp.countDown();
                }
            }
        } catch (WakeupException closed) {
            return; // that is how close() ends a call of the consumer
        }
    }

    /// The partitions of all topics; throws a retriable exception while one of them does not exist.
    private List<TopicPartition> partitions() {
        List<String> names = topics.stream().map(Topic::topic).toList();
        Map<String, List<PartitionInfo>> known = consumer.listTopics();
        if (!known.keySet().containsAll(names)) {
            throw new UnknownTopicOrPartitionException("one of " + names + " does not exist yet");
        }
        return known.values().stream()
                .flatMap(List::stream)
                .filter(info -> names.contains(info.topic()))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static <T> T patiently(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (RetriableException brokerAway) {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    private void tell(ConsumerRecord<String, byte[]> sent) {
        if (sent.value() == null) {
            return;
        }
        Fact fact;
        try {
            fact = Wire.read(Topic.named(sent.topic()).orElseThrow().type(), sent.value());
        } catch (IllegalArgumentException unreadable) {
            return;
        }
        try {
            listener.accept(fact, Envelope.of(sent.headers()));
        } catch (RuntimeException surprise) {
            LOG.log(Level.ERROR, "not taken: " + sent.topic() + ' ' + sent.partition() + ':' + sent.offset(), surprise);
        }
    }
}
