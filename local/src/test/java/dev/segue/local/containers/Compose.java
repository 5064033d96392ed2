package dev.segue.local.containers;

import static java.util.stream.Stream.concat;

import dev.segue.local.containers.Command.End;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The compose file, unchanged, as a project of its own: a person's own containers and volumes are left alone.
final class Compose implements AutoCloseable {

    static final String TOKEN = "token-of-the-tests";

    private static final Path ROOT = Path.of(System.getProperty("segue.root", ".."));
    private static final String PROJECT = "segue-test";
    private static final List<String> COMPOSE =
            List.of("docker", "compose", "-p", PROJECT, "--profile", "demo", "--profile", "replicas");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Command command;

    /// @param settings as they could stand in `.env`
    Compose(Map<String, String> settings) {
        var environment = new HashMap<>(settings);
        environment.put("SEGUE_API_TOKEN", TOKEN);
        command = new Command(ROOT, environment);
    }

    /// `docker compose …`
    String compose(String... words) {
        return command.must(concat(COMPOSE.stream(), Stream.of(words)).toList());
    }

    /// `docker compose …`, which may fail.
    End tried(String... words) {
        return command.run(concat(COMPOSE.stream(), Stream.of(words)).toList());
    }

    /// `docker …`
    String docker(String... words) {
        return command.must(concat(Stream.of("docker"), Stream.of(words)).toList());
    }

    /// `docker …`, which may fail.
    End triedDocker(String... words) {
        return command.run(concat(Stream.of("docker"), Stream.of(words)).toList());
    }

    /// Starts what the demo consists of, and so many metadata-services more, and waits until it is healthy.
    void up(int more) {
        compose("up", "--wait", "--wait-timeout", "300", "--scale", "metadata-replica=" + more);
    }

    String container(String service) {
        return PROJECT + "-" + service + "-1";
    }

    String network() {
        return PROJECT + "_default";
    }

    /// One field of what Docker knows of a service's container, by a template as in `.State.Pid`.
    String inspect(String service, String field) {
        return docker("inspect", "-f", "{{" + field + "}}", container(service));
    }

    boolean healthy(String service) {
        return inspect(service, ".State.Health.Status").equals("healthy");
    }

    /// Runs a program of the tests beside the broker.
    End beside(Class<?> program, String... arguments) {
        Stream<String> run = Stream.of(
                "run",
                "--rm",
                "--no-deps",
                "-v",
                ROOT.toAbsolutePath().normalize().resolve("local/target/test-classes") + ":/tests:ro",
                "--entrypoint",
                "java",
                "topics",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "/tests:/app/segue-local.jar:/app/lib/*",
                program.getName());
        return tried(concat(run, Stream.of(arguments)).toArray(String[]::new));
    }

    HttpResponse<String> get(int port, String path) {
        return send(request(port, path).GET());
    }

    HttpResponse<String> post(int port, String path, String json) {
        return send(request(port, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> put(int port, String path, String body) {
        return send(request(port, path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    /// Takes everything away, what it had written included.
    void down() {
        compose("down", "-v", "--remove-orphans");
    }

    @Override
    public void close() {
        http.close();
        down();
    }
}
