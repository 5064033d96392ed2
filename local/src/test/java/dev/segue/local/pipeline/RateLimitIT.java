package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.local.run.RunTally;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import dev.segue.testkit.standin.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Spotify takes no calls while 5,000 tracks that the backup has and 200 that it lacks arrive at the packaged system.
///
/// That all are asked for after a day is shown in detection-service, whose clock a test can move; here a short block
/// ends by itself.
@Tag("faults")
class RateLimitIT {

    private static final int HITS = 5_000;
    private static final int MISSES = 200;
    private static final int KILLS = 4;
    private static final Request EVERYTHING =
            new Request("BACKUP", Optional.empty(), Optional.empty(), Optional.empty());
    private static final String TRACKS = "GET /v1/tracks";
    private static final String TRACK = "GET /v1/tracks/{id}";

    @TempDir
    private Path temporary;

    private Path backup;
    private Path shown;
    private List<Track> misses;

    @BeforeEach
    void write() throws IOException {
        backup = temporary.resolve("backup");
        shown = temporary.resolve("shown");
        SampleLibrary.write(backup, HITS, 0, 0, 7);
        SampleLibrary.write(shown, MISSES, 0, 0, 8);
        misses = Backup.at(shown).read().entries().stream().map(CsvEntry::track).toList();
    }

    @Test
    void blockOfADayStopsNoHitAndLetsNoCallOut() throws SQLException {
        try (SpotifyStandIn spotify = SpotifyStandIn.start(0, shown);
                WholeSystem system =
                        WholeSystem.start(temporary.resolve("home"), backup, SpotifySettings.of(spotify, Map.of()))) {
            block(spotify, Duration.ofDays(1));

            try (FollowedRun missed = FollowedRun.byHand(system, misses)) {
                RunTally hits = system.run((_, _) -> {});
                RunTally partial = missed.awaitEnd(MISSES);

                assertThat(hits.hits()).isEqualTo(HITS);
                assertThat(hits.processed()).isEqualTo(HITS);
                assertThat(partial.misses()).isEqualTo(MISSES);
                assertThat(SpotifySettings.calls(spotify))
                        .as("only the one that was refused")
                        .isOne();
                assertThat(complete(system)).isEqualTo(HITS);
                assertThat(system.catalogue().tracks()).hasSize(HITS + MISSES);
            }
        }
    }

    @Test
    void killsWhileItIsBlockedStopNoHitAndLetNoCallOut() throws SQLException {
        var random = new Random();
        try (SpotifyStandIn spotify = SpotifyStandIn.start(0, shown);
                WholeSystem system =
                        WholeSystem.start(temporary.resolve("home"), backup, SpotifySettings.of(spotify, Map.of()))) {
            block(spotify, Duration.ofDays(1));

            try (FollowedRun missed = FollowedRun.byHand(system, misses);
                    FollowedRun hits = FollowedRun.asked(system, EVERYTHING)) {
                hits.await(now -> now.calls().total() == 1); // the broker has it, so the next life knows
                for (int kill = 0; kill < KILLS; kill++) {
                    Instant moment = Instant.now().plusMillis(random.nextInt(2_000));
                    hits.await(_ -> Instant.now().isAfter(moment));
                    system.kill("detection-service");
                    system.restart("detection-service");
                }

                assertThat(hits.awaitEnd(HITS).hits()).isEqualTo(HITS);
                assertThat(missed.awaitEnd(MISSES).misses()).isEqualTo(MISSES);
                assertThat(SpotifySettings.calls(spotify))
                        .as("only the one that was refused, in all lives")
                        .isOne();
                assertThat(system.catalogue().tracks()).hasSize(HITS + MISSES);
            }
        }
    }

    @Test
    void missesAreFetchedOnceEachWhenTheBlockIsOver() {
        try (SpotifyStandIn spotify = SpotifyStandIn.start(0, shown);
                WholeSystem system =
                        WholeSystem.start(temporary.resolve("home"), backup, SpotifySettings.of(spotify, Map.of()))) {
            block(spotify, Duration.ofSeconds(20));

            try (FollowedRun missed = FollowedRun.byHand(system, misses)) {
                RunTally hits = system.run((_, _) -> {});
                RunTally partial = missed.awaitEnd(MISSES);

                assertThat(hits.processed()).isEqualTo(HITS);
                assertThat(partial.misses()).isEqualTo(MISSES);
                Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> complete(system) == HITS + MISSES);
                assertThat(spotify.calls().counts().byStatus()).containsEntry("429", 2L);
                assertThat(spotify.calls().of(TRACK))
                        .as("one each, and one 429")
                        .isEqualTo(MISSES + 1);
                assertThat(spotify.calls().of(TRACKS))
                        .as("another 429, and one that tells of no batches")
                        .isLessThanOrEqualTo(2);
            }
        }
    }

    /// Whichever is asked first brings the block; the other one brings another.
    private static void block(SpotifyStandIn spotify, Duration length) {
        for (String first : List.of(TRACKS, TRACK)) {
            spotify.faults().add(Fault.of(first, Fault.Kind.TOO_MANY, 1).retryAfter(length.toSeconds()));
        }
    }

    private static long complete(WholeSystem system) throws SQLException {
        return system.catalogue().tracks().stream()
                .filter(row -> row.contains("complete=1"))
                .count();
    }
}
