package dev.segue.local.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Lookup;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.Wire;
import dev.segue.local.system.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads the facts of one run as they are written. It looks on only: it is in no group and commits nothing.
///
/// Open it before the run is asked for, so that nothing is missed. For one thread.
public final class RunFollower implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CATCH_UP = Duration.ofMinutes(1);
    private static final Set<Topic> FOLLOWED = EnumSet.of(
            Topic.TRACK_DETECTED,
            Topic.TRACK_ENRICHED,
            Topic.TRACK_SYNCED,
            Topic.TRACK_PROCESSED,
            Topic.TRACK_REJECTED,
            Topic.DETECTION_STATUS,
            Topic.API_STATUS);

    /// What counts in a `TrackEnriched`. The tracks themselves are left unread: there are many, and they are large.
    @JsonIgnoreProperties(ignoreUnknown = true) // or Jackson would keep them in case somebody asks
    private record Described(Lookup lookup, Optional<String> duplicateOf) {}

    /// What counts in a `TrackSynced`.
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Written(TrackSynced.Outcome outcome) {}

    private final Consumer<String, byte[]> consumer;
    private final RunTally tally = new RunTally();

    /// @param consumer that stands where the run begins
    RunFollower(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /// Takes note of where the topics end now.
    ///
    /// @throws Failure if no broker answers
    public static RunFollower open(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                false,
                "allow.auto.create.topics",
                false,
                // little at once: a large harvest outlives the young generation, and the heap grows
                "max.poll.records",
                500,
                "fetch.max.bytes",
                2 << 20,
                "fetch.min.bytes",
                64 << 10,
                "fetch.max.wait.ms",
                50);
        var follower =
                new RunFollower(new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
        try {
            follower.seekEnd();
            return follower;
        } catch (KafkaException unanswered) {
            follower.close();
            throw new Failure("the broker at " + bootstrapServers + " does not answer: " + unanswered, unanswered);
        }
    }

    private void seekEnd() {
        List<TopicPartition> partitions = FOLLOWED.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.topic()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        readApiStatus(ends);
        consumer.assign(partitions);
        ends.forEach(consumer::seek);
    }

    /// The calls of the last day, to be told from those of the run.
    private void readApiStatus(Map<TopicPartition, Long> ends) {
        List<TopicPartition> written = ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(Topic.API_STATUS.topic()) && end.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
        consumer.assign(written);
        consumer.seekToBeginning(written);
        while (written.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(POLL).forEach(status -> tally.before(Wire.read(ApiStatus.class, status.value())));
        }
    }

    /// Counts what has been written since the last call.
    ///
    /// @return whether a track of this run has moved; how its detection stands is no move
    public boolean read(String runId) {
        byte[] run = runId.getBytes(StandardCharsets.UTF_8);
        boolean any = false;
        for (ConsumerRecord<String, byte[]> fact : consumer.poll(POLL)) {
            Topic topic = Topic.named(fact.topic()).orElseThrow();
            boolean ofRun = isOf(run, fact.headers());
            if (ofRun || topic == Topic.API_STATUS) {
                count(topic, fact);
            }
            any |= ofRun && topic != Topic.DETECTION_STATUS;
        }
        return any;
    }

    private static boolean isOf(byte[] run, Headers headers) {
        Header of = headers.lastHeader(Envelope.RUN);
        return of != null && Arrays.equals(of.value(), run);
    }

    private void count(Topic topic, ConsumerRecord<String, byte[]> fact) {
        switch (topic) {
            case TRACK_DETECTED -> tally.detected(fact.key());
            case TRACK_ENRICHED -> {
                var seen = Wire.glance(Described.class, fact.value());
                tally.described(fact.key(), seen.lookup(), seen.duplicateOf().isPresent());
            }
            case TRACK_SYNCED ->
                tally.written(
                        fact.key(), Wire.glance(Written.class, fact.value()).outcome());
            default -> tally.add(Wire.read(topic.type(), fact.value()));
        }
    }

    /// Counts all that had been written before the call. Partitions are read in no order: how a track ended may have
    /// been read before what else has become of it.
    ///
    /// @throws Failure if the broker does not hand it out in time
    public void catchUp(String runId) {
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            long deadline = System.nanoTime() + CATCH_UP.toNanos();
            while (isBehind(ends)) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("nothing came in " + CATCH_UP.toSeconds() + " s");
                }
                boolean _ = read(runId);
            }
        } catch (KafkaException unanswered) {
            throw new Failure(
                    "every track has ended, but the broker does not hand out how: " + unanswered.getMessage(),
                    unanswered);
        }
    }

    private boolean isBehind(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    public RunTally tally() {
        return tally;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
