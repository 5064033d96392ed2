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

/// Asks the app, and takes its answers out of their envelope. Thread-safe.
///
/// 200 does not mean success: `status` in the body does.
final class Exchange {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String base;
    private final Optional<String> token;

    Exchange(URI base, Optional<String> token) {
        this.base = base.toString().replaceFirst("/+$", "");
        this.token = token;
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
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) throws EagleAway {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            throw new EagleAway("Eagle does not answer at " + base + ": " + away);
        } catch (InterruptedException stopped) {
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
