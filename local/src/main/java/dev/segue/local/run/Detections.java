package dev.segue.local.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Wire;
import dev.segue.local.system.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// Asks detection-service for a detection.
///
/// @param port  of detection-service, on loopback
/// @param token that it wants to see, where it wants one
public record Detections(int port, Optional<String> token) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ACCEPTED = 202;

    /// Asks.
    ///
    /// @return the id of the run
    /// @throws Failure if it was not accepted; the line is the service's own explanation
    public String ask(DetectionStatus.Request request) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(post(request), HttpResponse.BodyHandlers.ofString());
            return runId(answer);
        } catch (IOException unreachable) {
            throw new Failure("detection-service does not answer on port " + port + ": " + unreachable, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure("stopped", stopped);
        }
    }

    private HttpRequest post(DetectionStatus.Request request) throws JsonProcessingException {
        var post = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/detections"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Wire.json().writeValueAsBytes(request)));
        token.ifPresent(secret -> post.header("Authorization", "Bearer " + secret));
        return post.build();
    }

    private static String runId(HttpResponse<String> answer) {
        JsonNode body = json(answer.body());
        String runId = body.path("runId").asText("");
        if (answer.statusCode() == ACCEPTED && !runId.isEmpty()) {
            return runId;
        }
        String problem = body.path("detail").asText(body.path("title").asText(""));
        throw new Failure(problem.isEmpty() ? "detection-service answered " + answer.statusCode() : problem);
    }

    private static JsonNode json(String body) {
        try {
            return Wire.json().readTree(body);
        } catch (JsonProcessingException none) {
            return Wire.json().missingNode();
        }
    }
}
