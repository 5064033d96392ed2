package dev.segue.local.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.fact.Wire;
import dev.segue.library.history.Choice;
import dev.segue.local.system.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks metadata-service of a running system.
///
/// @param port  of metadata-service, on loopback
/// @param token that it wants to see, where it wants one
public record Questions(int port, Optional<String> token) implements Answers {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OK = 200;

    @FunctionalInterface
    private interface Taker<T> {
        T take(HttpResponse<InputStream> answer) throws IOException;
    }

    @Override
    public String changes(String playlist, Choice.Question between) {
        String query = Stream.of(
                        between.from().map(when -> "from=" + encoded(when)).stream(),
                        between.to().map(when -> "to=" + encoded(when)).stream())
                .flatMap(part -> part)
                .collect(Collectors.joining("&"));
        return text("/playlists/" + encoded(playlist) + "/changes" + (query.isEmpty() ? "" : "?" + query));
    }

    @Override
    public String trends() {
        return text("/trends");
    }

    @Override
    public String trends(String playlist) {
        return text("/trends?playlist=" + encoded(playlist));
    }

    @Override
    public Instant export(String playlist, OutputStream out) {
        return copy("/export/" + encoded(playlist) + ".csv", out);
    }

    @Override
    public Instant exportTracks(OutputStream out) {
        return copy("/export.csv", out);
    }

    @Override
    public Instant exportPlaylists(OutputStream out) {
        return copy("/export.zip", out);
    }

    private String text(String path) {
        return ask(path, answer -> new String(answer.body().readAllBytes(), UTF_8))
                .strip();
    }

    private Instant copy(String path, OutputStream out) {
        return ask(path, answer -> {
            answer.body().transferTo(out);
            return answer.headers()
                    .firstValue("Last-Modified")
                    .map(time -> ZonedDateTime.parse(time, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElseGet(Instant::now);
        });
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private <T> T ask(String path, Taker<T> taker) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<InputStream> answer = send(client, path);
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw refused(answer.statusCode(), new String(body.readAllBytes(), UTF_8));
                }
                return taker.take(answer);
            }
        } catch (IOException broken) {
            throw new Failure("the answer of metadata-service was lost on the way: " + broken.getMessage(), broken);
        }
    }

    private HttpResponse<InputStream> send(HttpClient client, String path) {
        try {
            return client.send(get(path), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException unreachable) {
            throw new Failure("metadata-service does not answer on port " + port + ": " + unreachable, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure("stopped", stopped);
        }
    }

    private HttpRequest get(String path) {
        var get = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE);
        token.ifPresent(secret -> get.header("Authorization", "Bearer " + secret));
        return get.build();
    }

    private static Failure refused(int status, String body) {
        String problem = "";
        try {
            JsonNode json = Wire.json().readTree(body);
            problem = json.path("detail").asText(json.path("title").asText(""));
        } catch (JsonProcessingException none) {
            problem = "";
        }
        return new Failure(problem.isEmpty() ? "metadata-service answered " + status : problem);
    }
}
