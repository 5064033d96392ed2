package dev.segue.processing.eagle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.fact.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks the app, and takes its answers out of their envelope. Thread-safe.
///
/// 200 does not mean success: `status` in the body does.
final class Exchange {

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final HttpClient http;
    private final String base;
    private final Optional<String> token;
    private final Duration patience;

    /// @param patience with each answer, to its last byte
    Exchange(URI base, Optional<String> token, Duration patience) {
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
        this.base = base.toString().replaceFirst("/+$", "");
        this.token = token;
        this.patience = patience;
    }

    /// Whether the app knows this at all.
    boolean knows(String path) throws EagleAway {
        return send(request(path).build()).statusCode() == 200;
    }

    JsonNode get(String path) throws EagleAway, EagleRefused {
        return data(send(request(path).build()));
    }

    JsonNode post(String path, ObjectNode body) throws EagleAway, EagleRefused {
        return data(send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build()));
    }

    /// `text` as a parameter's value.
    static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    /// The client's own time limit ends with the headers of an answer; this one does not. A thread of its own
    /// makes the call: asynchronous ones end on the common pool, and there somebody may be waiting for this one.
    private HttpResponse<String> send(HttpRequest request) throws EagleAway {
        Future<HttpResponse<String>> answer = THREADS.submit(() -> http.send(request, BodyHandlers.ofString()));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException away) {
            throw new EagleAway("Eagle does not answer at " + base + ": " + away.getCause());
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new EagleAway("Eagle does not answer at " + base + " within " + patience.toSeconds() + " s");
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new EagleAway("stopped");
        }
    }

    private static JsonNode data(HttpResponse<String> answer) throws EagleRefused {
        try {
            JsonNode body = Wire.json().readTree(answer.body());
            if (answer.statusCode() == 200
                    && "success".equals(body.path("status").asText())) {
                return body.path("data");
            }
            throw new EagleRefused("Eagle says %d %s".formatted(answer.statusCode(), said(body)));
        } catch (IOException garbage) {
            throw new EagleRefused("Eagle's answer cannot be read: " + answer.statusCode());
        }
    }

    /// An error is in one of three places.
    private static String said(JsonNode body) {
        for (String place : new String[] {"message", "code", "data"}) {
            String text = body.path(place).asText("");
            if (!text.isEmpty()) {
                return text;
            }
        }
        return body.path("status").asText("");
    }
}
