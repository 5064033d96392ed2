package dev.segue.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.Wire;
import dev.segue.local.containers.Fault.Kind;
import dev.segue.local.containers.Once.End;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.TopicsMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens to a container while 3,000 tracks are on their way: afterwards every track has every fact and
/// stands in the catalogue once, without anybody's help.
@ExtendWith(DockerIsHere.class)
@TestInstance(Lifecycle.PER_CLASS)
class ContainersIT {

    private static final int TRACKS = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private static Path temporary;

    private Path backup;
    private Compose compose;
    private final Api api = new Api();

    /// Each kind, to each service and to the broker.
    static Stream<Fault> faults() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.concat(Compose.SERVICES.stream(), Stream.of("broker"))
                        .map(service -> new Fault(kind, service)));
    }

    @BeforeAll
    void start() throws IOException {
        backup = Files.createDirectory(temporary.resolve("backup"));
        write("Undisturbed", 1);
        int seed = 2;
        for (Fault fault : faults().toList()) {
            write(fault.playlist(), seed++);
        }
        compose = Compose.demo(Map.of("SEGUE_CSV_DIRECTORY", backup.toString()));
    }

    @AfterAll
    void stop() {
        compose.close();
        api.close();
    }

    @Test
    void trackThatTheBackupLacksIsFetchedOnce() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        SampleLibrary.write(elsewhere, 1, 0, 0, 999);
        String id = ids(elsewhere).iterator().next();
        String csv = Files.readString(elsewhere.resolve("Liked_Songs.csv"));
        api.put(Api.SPOTIFY, "/__control/library?playlist=Elsewhere", csv);
        api.post(Api.SPOTIFY, "/__control/reset", "{}");

        detect("SINGLE", "url", id.replace("spotify:", "spotify:track:"));
        detect("SINGLE", "url", id.replace("spotify:", "https://open.spotify.com/track/"));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(facts().keys(Topic.TRACK_PROCESSED)).contains(id));
        assertThat(facts().keys(Topic.TRACK_FETCHED)).contains(id);
        assertThat(api.get(Api.SPOTIFY, "/__control/calls").body()).contains("\"GET /v1/tracks/{id}\":1");
    }

    @Test
    void runGoesThroughUndisturbed() throws IOException, SQLException {
        long began = System.nanoTime();
        detect("PLAYLIST", "playlist", "Undisturbed");

        audit("Undisturbed", began);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nothingIsLostAndNothingIsTwice(Fault fault) throws IOException, SQLException {
        long before = inCatalogue();
        long began = System.nanoTime();
        detect("PLAYLIST", "playlist", fault.playlist());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> inCatalogue() > before);

        fault.strike(compose);

        audit(fault.playlist(), began);
        await().atMost(PATIENCE).until(() -> Compose.SERVICES.stream().allMatch(compose::healthy));
    }

    @Test
    void recordOfAnotherVersionGoesThroughAndOneOfNobodyIsPutAside() {
        String id = "spotify:4uLU6hMCjMI75M1A2tKUQC";
        String other =
                "{\"id\":\"" + id + "\",\"hint\":{\"title\":\"Night Bus\",\"mood\":\"blue\"},\"source\":\"SINGLE\","
                        + "\"at\":\"2025-01-01T00:00:00Z\",\"since\":\"v0\"}";

        must(compose.beside(Meddler.class, "write", "nobody:1", "{\"track\":7}"));
        must(compose.beside(Meddler.class, "write", id, other));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(facts().keys(Topic.TRACK_PROCESSED)).contains(id));
        assertThat(facts().deadLetters()).containsExactly("nobody:1");
    }

    @Test
    void topicWithAnotherSettingLetsNothingStartAndIsNamed() {
        must(compose.beside(Meddler.class, "cleanup", "delete"));

        End end = compose.beside(TopicsMain.class);

        must(compose.beside(Meddler.class, "cleanup", "compact"));
        assertThat(end.status()).isEqualTo(1);
        assertThat(end.out()).contains("track-synced has cleanup.policy=delete instead of compact");
        must(compose.beside(TopicsMain.class));
    }

    private static void must(End end) {
        assertThat(end.status()).as(end.out()).isZero();
    }

    private void audit(String playlist, long began) throws IOException, SQLException {
        Set<String> wanted = ids(backup.resolve(playlist + ".csv"));
        assertThat(wanted).hasSize(TRACKS);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() ->
                        assertThat(facts().lost(Topic.TRACK_PROCESSED, wanted)).isEmpty());
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        Facts facts = facts();
        for (Topic topic : List.of(Topic.TRACK_DETECTED, Topic.TRACK_ENRICHED, Topic.TRACK_SYNCED)) {
            assertThat(facts.lost(topic, wanted)).as(topic.topic()).isEmpty();
        }
        assertThat(facts.deadLetters()).doesNotContainAnyElementsOf(wanted);
        assertThat(facts.keys(Topic.TRACK_REJECTED)).doesNotContainAnyElementsOf(wanted);
        Written written = Written.of(catalogue(playlist), playlist);
        assertThat(written.places()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(written.complete()).containsExactlyInAnyOrderElementsOf(wanted);
        System.out.printf("%s: %,d tracks, lost 0, twice 0, after %d s%n", playlist, wanted.size(), seconds);
    }

    private Facts facts() {
        End end = compose.beside(Ledger.class);
        must(end);
        return Facts.parse(end.out());
    }

    /// A copy: the service goes on with its own.
    private Path catalogue(String playlist) throws IOException {
        Path copy = Files.createDirectory(temporary.resolve("state-" + playlist));
        compose.copy("sync-service", "/state", copy);
        return copy.resolve("library.db");
    }

    private void detect(String source, String what, String which) {
        String wanted = "{\"source\":\"" + source + "\",\"" + what + "\":\"" + which + "\"}";
        var answer = api.post(Api.DETECTION, "/detections", wanted);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private long inCatalogue() throws IOException {
        return Wire.json()
                .readTree(api.get(Api.SYNC, "/catalogue").body())
                .path("tracks")
                .asLong();
    }

    private void write(String playlist, int seed) throws IOException {
        Path made = Files.createDirectory(temporary.resolve("made-" + seed));
        SampleLibrary.write(made, 0, 1, TRACKS, seed);
        Files.move(made.resolve("Playlist_1.csv"), backup.resolve(playlist + ".csv"));
    }

    private static Set<String> ids(Path csv) {
        return Backup.at(csv).read().entries().stream()
                .map(CsvEntry::track)
                .map(track -> track.id().toString())
                .collect(Collectors.toSet());
    }
}
