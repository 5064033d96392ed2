package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.library.fact.TrackSynced.Outcome;
import dev.segue.local.run.RunTally;
import dev.segue.local.system.Failure;
import dev.segue.local.system.Part;
import dev.segue.testkit.SampleLibrary;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineIT {

    @TempDir
    private Path temporary;

    @Test
    void backupGoesThroughAndTwiceIsOnce() throws IOException, SQLException {
        Path backup = backup();
        try (WholeSystem system = WholeSystem.start(temporary.resolve("home"), backup)) {
            RunTally first = system.run((_, _) -> {});
            CatalogueContents after = system.catalogue();

            RunTally second = system.run((_, _) -> {});

            assertThat(first.hits()).isEqualTo(first.detected());
            assertThat(first.calls().total()).isZero();
            assertThat(first.synced(Outcome.CREATED)).isEqualTo(first.detected());
            assertThat(first.processed()).isEqualTo(first.detected());
            assertThat(second.detected()).isEqualTo(first.detected());
            assertThat(second.synced(Outcome.UNCHANGED)).isEqualTo(first.detected());
            assertThat(system.catalogue()).isEqualTo(after);
            assertThat(after.tracks()).hasSize(first.detected());
            assertThat(after.playlists()).hasSize(2);
            assertThat(after.places()).hasSize(2 * 50);
        }
    }

    @Test
    void trackThatTheBackupLacksGoesThroughPartial() throws IOException, SQLException {
        try (WholeSystem system = WholeSystem.start(temporary.resolve("home"), backup())) {
            RunTally tally = system.run(single("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC"), (_, _) -> {});

            assertThat(tally.misses()).isEqualTo(1);
            assertThat(tally.processed()).isEqualTo(1);
            assertThat(system.catalogue().tracks())
                    .singleElement()
                    .asString()
                    .contains("id=spotify:4uLU6hMCjMI75M1A2tKUQC")
                    .contains("complete=0");
        }
    }

    @Test
    void everyServiceTellsOfItselfOverHttp() throws Exception {
        try (WholeSystem system = WholeSystem.start(temporary.resolve("home"), backup());
                HttpClient client = HttpClient.newHttpClient()) {
            for (Part part : Part.values()) {
                if (part != Part.BROKER) {
                    assertThat(get(client, system.port(part), "/q/health").statusCode())
                            .isEqualTo(200);
                    assertThat(get(client, system.port(part), "/q/metrics").statusCode())
                            .isEqualTo(200);
                    assertThat(get(client, system.port(part), "/q/openapi").body())
                            .contains("openapi:");
                }
            }
            assertThat(get(client, system.port(Part.METADATA), "/library").body())
                    .contains("\"format\":\"P25\"");
            assertThat(get(client, system.port(Part.SYNC), "/catalogue").body()).contains("\"kind\":\"sql\"");
            assertThat(get(client, system.port(Part.PROCESSING), "/jobs").body())
                    .contains("\"processed\"");
            assertThat(get(client, system.port(Part.DETECTION), "/sources").body())
                    .contains("\"configured\":false");
        }
    }

    @Test
    void whoShowsNoTokenIsToldNothingButHealthAndMetrics() throws Exception {
        try (WholeSystem system = WholeSystem.start(temporary.resolve("home"), backup());
                HttpClient client = HttpClient.newHttpClient()) {
            for (Part part : Part.values()) {
                if (part != Part.BROKER) {
                    int port = system.port(part);

                    assertThat(stranger(client, port, "/q/health").statusCode()).isEqualTo(200);
                    assertThat(stranger(client, port, "/q/metrics").statusCode())
                            .isEqualTo(200);
                    for (String path : List.of("/", "/q/openapi", "/q/health/%2e%2e/openapi", "/tracks", "/sources")) {
                        assertThat(stranger(client, port, path).statusCode()).isEqualTo(401);
                    }
                }
            }
            assertThat(stranger(client, system.port(Part.SYNC), "/catalogue").body())
                    .contains("segue.api-token")
                    .doesNotContain(WholeSystem.TOKEN);
        }
    }

    @Test
    void wrongSettingStopsTheStartWithALineThatNamesIt() throws IOException {
        Path backup = backup();

        assertThatThrownBy(
                        () -> WholeSystem.start(temporary.resolve("home"), backup, Map.of("SEGUE_LOOKUP", "sometimes")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("segue.lookup")
                .hasMessageContaining("csv-first");
    }

    private Path backup() throws IOException {
        Path backup = Files.createDirectory(temporary.resolve("backup"));
        SampleLibrary.write(backup, 500, 2, 50, 7);
        return backup;
    }

    private static Request single(String url) {
        return new Request("SINGLE", Optional.empty(), Optional.of(url), Optional.empty());
    }

    private static HttpResponse<String> get(HttpClient client, int port, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + WholeSystem.TOKEN)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> stranger(HttpClient client, int port, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
