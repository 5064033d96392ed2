package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.library.fact.Wire;
import dev.segue.local.system.Part;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A system that has read a backup and asked Spotify for what that lacks is watched.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("faults")
class MonitoringIT {

    /// What is empty while all is well.
    private static final Pattern MAY_BE_EMPTY = Pattern.compile("ALERTS|> 0$");

    private final HttpClient client = HttpClient.newHttpClient();

    private SpotifyStandIn spotify;
    private WholeSystem system;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        Path backup = Files.createDirectory(temporary.resolve("backup"));
        SampleLibrary.write(backup, 200, 1, 20, 7);
        spotify = SpotifyStandIn.start(0, backup);
        system = WholeSystem.start(
                temporary.resolve("home"),
                backup,
                Map.of(
                        "SEGUE_SPOTIFY_BASE_URL",
                        spotify.address() + "/v1",
                        "SEGUE_SPOTIFY_ACCOUNTS_URL",
                        spotify.address().toString(),
                        "SEGUE_SPOTIFY_CLIENT_ID",
                        SpotifyStandIn.APP,
                        "SEGUE_SPOTIFY_CLIENT_SECRET",
                        SpotifyStandIn.APP));
        system.run((_, _) -> {});
        var lacking = Optional.of("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC");
        system.run(new Request("SINGLE", Optional.empty(), lacking, Optional.empty()), (_, _) -> {});
    }

    @AfterAll
    void stop() {
        system.close();
        spotify.close();
        client.close();
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, mode = EnumSource.Mode.EXCLUDE, names = "BROKER")
    void theTableOfMetricsIsWhatAServiceSays(Part part) throws Exception {
        var documented = Metric.documented(part.label().replace("-service", ""));

        var exposed = Metric.exposed(metrics(part));

        assertThat(exposed).containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void whatTheRunDidIsCounted() throws Exception {
        assertThat(metrics(Part.METADATA))
                .contains("segue_csv_lookups_total{lookup=\"miss\",} 1.0")
                .contains("segue_csv_files_unreadable 0.0");
        assertThat(metrics(Part.SYNC)).contains("segue_synced_tracks_total{outcome=\"rejected\",} 0.0");
        assertThat(metrics(Part.PROCESSING)).contains("segue_processing_open_tracks 0.0");
        assertThat(metrics(Part.DETECTION)).contains("segue_api_configured{api=\"spotify\",} 1.0");
    }

    @Test
    void everyQueryOfEveryDashboardIsAnswered(@TempDir Path directory) throws Exception {
        if (!RealPrometheus.there()) {
            System.out.println("no prometheus on the PATH: the queries of the dashboards are not run");
        }
        assumeTrue(RealPrometheus.there());

        try (RealPrometheus prometheus = RealPrometheus.start(directory.resolve("prometheus"), system)) {
            for (String query : queries()) {
                assertThat(prometheus.query(query).size())
                        .as(query)
                        .isGreaterThan(MAY_BE_EMPTY.matcher(query).find() ? -1 : 0);
            }
        }
    }

    private static List<String> queries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "monitor", "grafana", "dashboards"))) {
            var queries = new ArrayList<String>();
            for (Path file : files.toList()) {
                Wire.json().readTree(file.toFile()).findValuesAsText("expr").stream()
                        .map(query -> query.replace("$__rate_interval", "1m").replace("$topic", ".*"))
                        .forEach(queries::add);
            }
            return queries;
        }
    }

    private String metrics(Part part) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + system.port(part) + "/q/metrics"))
                .header("Accept", "text/plain;version=0.0.4");
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}
