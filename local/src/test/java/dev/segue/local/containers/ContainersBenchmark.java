package dev.segue.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.Wire;
import dev.segue.testkit.SampleLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;

/// How large the images are, how long it takes from `docker compose up` until all is healthy, what memory containers
/// take
/// at rest and under load, and how fast tracks get from `track-detected` to `track-enriched` with one, two and four
/// metadata-services. That every track came is seen before a speed is printed.
///
/// ```
/// ./mvnw -Pcontainers verify -Dit.test=ContainersBenchmark -Dfailsafe.failIfNoSpecifiedTests=false
/// ```
@ExtendWith(DockerIsHere.class)
class ContainersBenchmark {

    private static final int TRACKS = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double MEGABYTE = 1e6;

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"detection-service", "metadata-service", "sync-service", "processing-service", "local"})
    void sizeOfAnImage(String image) {
        double more = size("segue/" + image) - size("eclipse-temurin:25-jre");

        System.out.printf("segue/%s: %.1f MB on top of the JRE%n", image, more / MEGABYTE);

        assertThat(more).isPositive();
    }

    private static double size(String image) {
        Long bytes =
                DockerClientFactory.lazyClient().inspectImageCmd(image).exec().getSize();
        assertThat(bytes).isNotNull();
        return bytes;
    }

    @Test
    void healthyWithTheSample() {
        long began = System.nanoTime();

        try (Compose compose = Compose.of(Map.of())) {
            System.out.printf("healthy after %.1f s%n", secondsSince(began));
            assertThat(Compose.SERVICES).allMatch(compose::healthy);
            System.out.println("at rest, MiB: " + Memory.now(compose));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void tracksASecond(int metadataServices) throws IOException {
        Path backup = Files.createDirectory(temporary.resolve("backup"));
        write(backup, "Warm", 1);
        write(backup, "Measured", 2);
        long began = System.nanoTime();
        try (Compose compose = Compose.demo(Map.of("SEGUE_CSV_DIRECTORY", backup.toString()), metadataServices);
                Api api = new Api();
                Memory.Watch watch = Memory.watch(compose)) {
            double healthy = secondsSince(began);
            speed(compose, api, backup, "Warm");
            System.out.printf(
                    "%d metadata-service(s): healthy after %.1f s; %,.0f tracks a second; at most, MiB: %s%n",
                    metadataServices, healthy, speed(compose, api, backup, "Measured"), watch.most());
        }
    }

    private static double speed(Compose compose, Api api, Path backup, String playlist) throws JsonProcessingException {
        Set<String> wanted = ids(backup.resolve(playlist + ".csv"));
        long before = inCatalogue(api);
        String request = "{\"source\":\"PLAYLIST\",\"playlist\":\"" + playlist + "\"}";
        assertThat(api.post(Api.DETECTION, "/detections", request).statusCode()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> inCatalogue(api) == before + wanted.size());
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(5)) // looking takes a core
                .untilAsserted(() -> assertThat(facts(compose).lost(Topic.TRACK_PROCESSED, wanted))
                        .isEmpty());
        Facts facts = facts(compose);
        long began = facts.times(Topic.TRACK_DETECTED, wanted).getMin();
        return wanted.size()
                * 1000.0
                / (facts.times(Topic.TRACK_ENRICHED, wanted).getMax() - began);
    }

    private static long inCatalogue(Api api) throws JsonProcessingException {
        return Wire.json()
                .readTree(api.get(Api.SYNC, "/catalogue").body())
                .path("tracks")
                .asLong();
    }

    private static Facts facts(Compose compose) {
        return Facts.parse(compose.beside(Ledger.class).out());
    }

    private void write(Path backup, String playlist, int seed) throws IOException {
        Path made = Files.createDirectory(temporary.resolve("made-" + seed));
        SampleLibrary.write(made, 0, 1, TRACKS, 100 + seed);
        Files.move(made.resolve("Playlist_1.csv"), backup.resolve(playlist + ".csv"));
    }

    private static Set<String> ids(Path csv) {
        return Backup.at(csv).read().entries().stream()
                .map(CsvEntry::track)
                .map(track -> track.id().toString())
                .collect(Collectors.toSet());
    }

    private static double secondsSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    }
}
