package dev.segue.local.remediate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.fact.Wire;
import dev.segue.local.system.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Asks sync-service of a running system.
///
/// @param port  of sync-service, on loopback
/// @param token that it wants to see, where it wants one
public record RemediationCalls(int port, Optional<String> token) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PACE = Duration.ofMillis(300);
    private static final Set<String> ENDS = Set.of("DONE", "FAILED");

    /// Begins a remediation.
    ///
    /// @return its id
    /// @throws Failure if it was not accepted
    public String begin(boolean fix) {
        HttpRequest.Builder post = request("/remediations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"fix\":" + fix + "}"));
        return send(post).path("id").asText();
    }

    /// The report when it has ended.
    ///
    /// @param meanwhile is shown the report as it is, some times a second
    /// @throws Failure if sync-service does not answer any more
    public JsonNode await(String id, Consumer<JsonNode> meanwhile) {
        var never = new CountDownLatch(1);
        JsonNode report = send(request("/remediations/" + id));
        try {
            while (!ENDS.contains(report.path("state").asText())) {
                meanwhile.accept(report);
                var _ = never.await(PACE.toMillis(), TimeUnit.MILLISECONDS);
                report = send(request("/remediations/" + id));
            }
            return report;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure("stopped; it goes on: http://127.0.0.1:" + port + "/remediations/" + id, stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private JsonNode send(HttpRequest.Builder request) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            JsonNode body = json(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new Failure(body.path("detail")
                        .asText(body.path("title").asText("sync-service answered " + answer.statusCode())));
            }
            return body;
        } catch (IOException unreachable) {
            throw new Failure("sync-service does not answer on port " + port + ": " + unreachable, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure("stopped", stopped);
        }
    }

    private static JsonNode json(String body) {
        try {
            return Wire.json().readTree(body);
        } catch (JsonProcessingException none) {
            return Wire.json().missingNode();
        }
    }
}
