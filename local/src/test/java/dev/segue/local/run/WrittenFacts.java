package dev.segue.local.run;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.Lookup;
import dev.segue.library.fact.Provenance;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;

/// Facts of one run, in topics of one partition, as a follower reads them.
final class WrittenFacts {

    static final String RUN = "run-1";

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final Map<TopicPartition, Long> ends = Arrays.stream(Topic.values())
            .collect(Collectors.toMap(topic -> new TopicPartition(topic.topic(), 0), _ -> 0L));

    WrittenFacts() {
        consumer.assign(ends.keySet());
        consumer.updateBeginningOffsets(ends);
        consumer.updateEndOffsets(ends);
    }

    RunFollower follower() {
        return new RunFollower(consumer);
    }

    void write(Fact fact) {
        consumer.addRecord(written(fact));
    }

    /// What `fact` looks like in its topic, which has it from now on, whenever the follower reads it.
    private ConsumerRecord<String, byte[]> written(Fact fact) {
        String topic = Topic.of(fact).topic();
        long offset = ends.merge(new TopicPartition(topic, 0), 1L, Long::sum) - 1;
        var written = new ConsumerRecord<>(topic, 0, offset, fact.key(), Wire.write(fact));
        written.headers().add(Envelope.RUN, RUN.getBytes(StandardCharsets.UTF_8));
        consumer.updateEndOffsets(ends);
        return written;
    }

    /// Written like any other, and handed out only at the second time that the follower reads.
    void writeBehind(Fact fact) {
        ConsumerRecord<String, byte[]> written = written(fact);
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> consumer.addRecord(written));
    }

    void detected(TrackId id) {
        write(new TrackDetected(id, Hint.of(id), DetectionSource.LIKED, Optional.empty(), Optional.empty(), NOW));
    }

    /// Described and written down.
    void synced(TrackId id) {
        write(hit(id));
        write(new TrackSynced(
                Track.unknown(id), "page", TrackSynced.Outcome.CREATED, List.of(), Optional.empty(), NOW));
    }

    static TrackEnriched hit(TrackId id) {
        return new TrackEnriched(
                Track.unknown(id),
                Lookup.HIT,
                Provenance.all(Provenance.Origin.CSV),
                true,
                true,
                List.of(),
                Optional.empty(),
                NOW);
    }

    void processed(TrackId id) {
        write(new TrackProcessed(
                id, TrackProcessed.Outcome.NO_AUDIO, Optional.empty(), Optional.empty(), Optional.empty(), NOW));
    }

    void completed(int detected) {
        write(new DetectionStatus(RUN, request(), DetectionStatus.State.COMPLETED, detected, Optional.empty(), NOW));
    }

    void putOff(Instant until, String why) {
        write(new DetectionStatus(
                RUN,
                request(),
                DetectionStatus.State.ACCEPTED,
                0,
                Optional.of(why),
                Optional.of(until),
                Optional.empty(),
                NOW));
    }

    static DetectionStatus.Request request() {
        return new DetectionStatus.Request("LIKED", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
