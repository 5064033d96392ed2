package dev.segue.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.segue.library.Hint;
import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.TrackDetected;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private static final int MANY = 12_000;

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final Announcements announcements = new Announcements(
            new FactWriter(producer, "test"), new Answers(InstantSource.system()), new ObservedPlaylists());

    @Test
    void manyTracksAreSaidBySomeThousandsTheNextWhenTheBrokerHasThoseBefore() throws InterruptedException {
        Thread saying = Thread.ofVirtual().start(() -> announcements.tracks("run", tracks()));

        int before = 0;
        for (int said : new int[] {5_000, 10_000, MANY}) {
            await().during(Duration.ofMillis(100))
                    .until(() -> producer.history().size() == said);
            for (; before < said; before++) {
                producer.completeNext();
            }
        }

        saying.join();
        assertThat(producer.history()).hasSize(MANY);
    }

    @Test
    void trackIsDetectedOnceInARunHoweverOftenItIsFound() {
        var passing = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        var saying = new Announcements(
                new FactWriter(passing, "test"), new Answers(InstantSource.system()), new ObservedPlaylists());
        TrackDetected track = tracks().getFirst();
        var found = new Reply.Found(List.of(), List.of(), List.of(track, track));

        saying.found("run", found);
        saying.found("run", found);
        saying.found("other", found);

        assertThat(passing.history()).hasSize(2);
    }

    private static List<TrackDetected> tracks() {
        return IntStream.range(0, MANY)
                .mapToObj(number -> TrackId.spotify("%022d".formatted(number)))
                .map(id -> new TrackDetected(
                        id, Hint.of(id), DetectionSource.LIKED, Optional.empty(), Optional.empty(), Instant.EPOCH))
                .toList();
    }
}
