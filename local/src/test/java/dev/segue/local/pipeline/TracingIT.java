package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.csv.Backup;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactFollower;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.local.pipeline.SpanReceiver.Span;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way of a track can be followed through all services, whether these are watched themselves or not.
@Tag("faults")
class TracingIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path temporary;

    private Path backup;
    private Path elsewhere;
    private Track lacking;

    @BeforeEach
    void write() throws IOException {
        backup = Files.createDirectory(temporary.resolve("backup"));
        SampleLibrary.write(backup, 5, 0, 0, 7);
        elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        SampleLibrary.write(elsewhere, 1, 0, 0, 999);
        lacking = Backup.at(elsewhere).read().entries().iterator().next().track();
    }

    @Test
    void aTrackThatTheBackupLacksIsOneTraceThroughAllServices() throws IOException {
        try (SpotifyStandIn spotify = SpotifyStandIn.start(0, elsewhere);
                SpanReceiver receiver = SpanReceiver.start();
                WholeSystem system =
                        WholeSystem.start(temporary.resolve("home"), backup, settings(spotify, receiver))) {
            var url =
                    Optional.of("https://open.spotify.com/track/" + lacking.id().key());

            system.run(new Request("SINGLE", Optional.empty(), url, Optional.empty()), (_, _) -> {});

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(way(receiver.spans()))
                            .containsExactly(
                                    "detection-service: send track-detected",
                                    "metadata-service: process track-detected",
                                    "metadata-service: send fetch-requested",
                                    "detection-service: process fetch-requested",
                                    "detection-service: send track-fetched",
                                    "metadata-service: process track-fetched",
                                    "metadata-service: send track-enriched",
                                    "sync-service: process track-enriched",
                                    "sync-service: send track-synced",
                                    "processing-service: process track-synced",
                                    "processing-service: send track-processed"));
            assertThat(receiver.spans())
                    .filteredOn(span -> span.key().equals(lacking.id().toString()))
                    .extracting(Span::trace)
                    .containsOnly(receiver.spans().getFirst().trace());
        }
    }

    @Test
    void aTraceOfSomebodyElseGoesThroughServicesThatAreNotWatched() {
        var place =
                new Envelope.Trace("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", Optional.of("vendor=1"));
        Map<Topic, Envelope> seen = new ConcurrentHashMap<>();
        try (WholeSystem system = WholeSystem.start(temporary.resolve("home"), backup)) {
            Map<String, Object> kafka = Map.of("bootstrap.servers", system.bootstrapServers());
            try (FactWriter writer = FactWriter.open(kafka, "somebody");
                    FactFollower follower = FactFollower.start(
                            kafka,
                            Set.of(Topic.TRACK_ENRICHED, Topic.TRACK_SYNCED, Topic.TRACK_PROCESSED),
                            (Fact fact, Envelope envelope) -> seen.put(Topic.of(fact), envelope))) {
                await().atMost(PATIENCE).until(follower::caughtUp);

                writer.write(detected(), Envelope.of("r1").at(place)).join();

                await().atMost(PATIENCE).until(() -> seen.size() == 3);
            }
        }
        assertThat(seen.values()).containsOnly(Envelope.of("r1").at(place));
    }

    private TrackDetected detected() {
        return new TrackDetected(
                lacking.id(),
                Hint.of(lacking),
                DetectionSource.SINGLE,
                Optional.empty(),
                Optional.empty(),
                Instant.now());
    }

    private static Map<String, String> settings(SpotifyStandIn spotify, SpanReceiver receiver) {
        return SpotifySettings.of(
                spotify, Map.of("SEGUE_TRACING_ENDPOINT", receiver.address().toString()));
    }

    /// From each span of the track to the one that it caused, from the first on.
    private List<String> way(List<Span> spans) {
        var way = new ArrayList<String>();
        String parent = "";
        while (true) {
            String before = parent;
            Optional<Span> next = spans.stream()
                    .filter(span -> span.key().equals(lacking.id().toString())
                            && span.parent().equals(before))
                    .findFirst();
            if (next.isEmpty()) {
                return way;
            }
            way.add(next.get().service() + ": " + next.get().name());
            parent = next.get().id();
        }
    }
}
