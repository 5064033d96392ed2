package dev.segue.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.fact.Topic;
import dev.segue.testkit.SampleLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast tracks get from `track-detected` to `track-enriched` with one, two and four metadata-services. That every
/// track came is seen before a speed is printed.
///
/// ```
/// ./mvnw -Pcontainers verify -Dit.test=ReplicasBenchmark -Dfailsafe.failIfNoSpecifiedTests=false
/// ```
class ReplicasBenchmark {

    private static final int TRACKS = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path temporary;

    @Test
    void tracksASecondByReplicas() throws IOException {
        Path backup = Files.createDirectory(temporary.resolve("backup"));
        List<Integer> replicas = List.of(1, 1, 2, 4); // the first one warms up
        for (int run = 0; run < replicas.size(); run++) {
            Path made = Files.createDirectory(temporary.resolve("made-" + run));
            SampleLibrary.write(made, 0, 1, TRACKS, 100 + run);
            Files.move(made.resolve("Playlist_1.csv"), backup.resolve(playlist(run) + ".csv"));
        }
        try (var compose = new Compose(Map.of("SEGUE_CSV_DIRECTORY", backup.toString()))) {
            compose.down();
            for (int run = 0; run < replicas.size(); run++) {
                compose.up(replicas.get(run) - 1);
                System.out.printf(
                        "%d metadata-service(s), run %d: %,.0f tracks a second%n",
                        replicas.get(run), run, speed(compose, run, ids(backup.resolve(playlist(run) + ".csv"))));
            }
        }
    }

    private static double speed(Compose compose, int run, Set<String> wanted) {
        String request = "{\"source\":\"PLAYLIST\",\"playlist\":\"" + playlist(run) + "\"}";
        assertThat(compose.post(8081, "/detections", request).statusCode()).isEqualTo(202);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(10)) // looking takes a core
                .untilAsserted(() -> assertThat(facts(compose).lost(Topic.TRACK_PROCESSED, wanted))
                        .isEmpty());
        Facts facts = facts(compose);
        long began = facts.times(Topic.TRACK_DETECTED, wanted).getMin();
        return wanted.size()
                * 1000.0
                / (facts.times(Topic.TRACK_ENRICHED, wanted).getMax() - began);
    }

    private static Facts facts(Compose compose) {
        return Facts.parse(compose.beside(Ledger.class).out());
    }

    private static String playlist(int run) {
        return "Run" + run;
    }

    private static Set<String> ids(Path csv) {
        return Backup.at(csv).read().entries().stream()
                .map(CsvEntry::track)
                .map(track -> track.id().toString())
                .collect(Collectors.toSet());
    }
}
