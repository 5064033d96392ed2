package dev.segue.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.TrackId;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactFollower;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackRejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class FactFollowerIT {

    private static final TrackId FIRST = TrackId.spotify("aaaaaaaaaaaaaaaaaaaaa1");
    private static final TrackId SECOND = TrackId.spotify("aaaaaaaaaaaaaaaaaaaaa2");

    @Test
    void aListenerThatFailsAtOneFactIsToldOfTheNext() throws InterruptedException {
        var told = new CopyOnWriteArrayList<TrackId>();
        try (Broker broker = Broker.start(BrokerSettings.passing())) {
            Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (FactWriter writer = FactWriter.open(kafka, "test")) {
                List.of(FIRST, SECOND)
                        .forEach(id -> writer.write(rejected(id), Envelope.NONE).join());
            }

            try (FactFollower follower =
                    FactFollower.start(kafka, Set.of(Topic.TRACK_REJECTED), (fact, _) -> tell(fact, told))) {
                assertThat(follower.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
            }
        }
        assertThat(told).containsExactly(SECOND);
    }

    private static Fact rejected(TrackId id) {
        return new TrackRejected(
                id, TrackRejected.Stage.SYNC, TrackRejected.Reason.NOT_STORABLE, "too long", Instant.EPOCH);
    }

    private static void tell(Fact fact, List<TrackId> told) {
        if (fact.key().equals(FIRST.toString())) {
            throw new IllegalStateException("the listener fails at " + FIRST);
        }
        told.add(TrackId.parse(fact.key()));
    }
}
