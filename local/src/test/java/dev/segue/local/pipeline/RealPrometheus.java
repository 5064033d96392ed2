package dev.segue.local.pipeline;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.fact.Wire;
import dev.segue.local.system.Part;
import dev.segue.testkit.FreePort;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Prometheus with the configuration of `monitor/`, but for addresses and the time between two looks.
final class RealPrometheus implements AutoCloseable {

    private static final String PROGRAM = "prometheus";
    private static final Path CONFIGURATION = Path.of("..", "monitor", "prometheus");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port = FreePort.find();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;

    private RealPrometheus(Path directory, String configuration) throws IOException {
        Path file = Files.writeString(directory.resolve("prometheus.yml"), configuration);
        process = new ProcessBuilder(
                        PROGRAM,
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
    }

    static boolean there() {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, PROGRAM)));
    }

    /// Starts it, and returns when it has seen each service at least twice.
    static RealPrometheus start(Path directory, WholeSystem system) throws IOException {
        String configuration = Files.readString(CONFIGURATION.resolve("prometheus.yml"))
                .replace("_interval: 15s", "_interval: 1s")
                .replace("rules/*.yml", CONFIGURATION.toAbsolutePath() + "/rules/*.yml");
        for (Part part : Part.values()) {
            configuration =
                    configuration.replace(part.label() + ":" + part.defaultPort(), "127.0.0.1:" + system.port(part));
        }
        var prometheus = new RealPrometheus(Files.createDirectories(directory), configuration);
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> prometheus
                        .query("count(count_over_time(up{job=~\".+-service\"}[1m]) > 2)")
                        .at("/0/value/1")
                        .asText()
                        .equals("4"));
        return prometheus;
    }

    /// What it answers now.
    ///
    /// @throws IllegalArgumentException if it does not understand the question
    JsonNode query(String expression) throws IOException, InterruptedException {
        var address = "http://127.0.0.1:" + port + "/api/v1/query?query="
                + URLEncoder.encode(expression, StandardCharsets.UTF_8);
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        JsonNode answer = Wire.json().readTree(response.body());
        if (!answer.path("status").asText().equals("success")) {
            throw new IllegalArgumentException(expression + ": " + response.body());
        }
        return answer.at("/data/result");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        client.close();
    }
}
