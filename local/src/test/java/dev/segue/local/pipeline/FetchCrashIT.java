package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// detection-service is killed (-9) at random moments while it fetches 200 tracks that the backup lacks.
@Tag("faults")
class FetchCrashIT {

    private static final int MISSES = 200;
    private static final int KILLS = 4;
    private static final String TRACK = "GET /v1/tracks/{id}";

    @TempDir
    private Path temporary;

    @Test
    void killsInAFetchLoseNothingAndRepeatTwoCallsEachAtMost() throws IOException, SQLException {
        Path backup = temporary.resolve("backup");
        Path shown = temporary.resolve("shown");
        SampleLibrary.write(backup, 10, 0, 0, 7);
        SampleLibrary.write(shown, MISSES, 0, 0, 8);
        List<Track> misses =
                Backup.at(shown).read().entries().stream().map(CsvEntry::track).toList();
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<Integer> moments = Stream.generate(() -> random.nextInt(MISSES))
                .distinct()
                .limit(KILLS)
                .sorted()
                .toList();

        try (SpotifyStandIn spotify = SpotifyStandIn.start(0, shown);
                WholeSystem system = WholeSystem.start(
                        temporary.resolve("home"),
                        backup,
                        SpotifySettings.of(spotify, Map.of("SEGUE_SPOTIFY_PER_SECOND", "40")));
                FollowedRun run = FollowedRun.byHand(system, misses)) {
            for (int moment : moments) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> spotify.calls().of(TRACK) >= moment);
                system.kill("detection-service");
                system.restart("detection-service");
            }

            run.awaitEnd(MISSES);
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> complete(system) == MISSES);

            assertThat(system.catalogue().tracks())
                    .as("killed at %s, seed %d", moments, seed)
                    .hasSize(MISSES);
            assertThat(spotify.calls().of(TRACK))
                    .as("killed at %s, seed %d: the call under way and an answer not yet written", moments, seed)
                    .isBetween((long) MISSES, MISSES + 2L * KILLS);
            assertThat(spotify.calls().of("GET /v1/tracks"))
                    .as("that there are no batches is learnt once")
                    .isLessThanOrEqualTo(1 + KILLS);
        }
    }

    private static long complete(WholeSystem system) throws SQLException {
        return system.catalogue().tracks().stream()
                .filter(row -> row.contains("complete=1"))
                .count();
    }
}
