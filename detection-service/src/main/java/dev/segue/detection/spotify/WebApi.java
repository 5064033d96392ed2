package dev.segue.detection.spotify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.detection.AccessTokens;
import dev.segue.detection.ApiCalls;
import dev.segue.detection.ApiCalls.Said;
import dev.segue.detection.ApiGate.Purpose;
import dev.segue.detection.ApiGates;
import dev.segue.detection.DetectionConfig;
import dev.segue.detection.Http;
import dev.segue.detection.Outcome;
import dev.segue.detection.RetryAfter;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.library.fact.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// One call of the web API: through the gate, with a token, to the configured host and no other. Thread-safe.
///
/// An answer that is no JSON, a 200 with an error inside and a redirect are [Outcome.Failed]; a 404 that is not in the
/// API's form, as servers of others give it, is [Outcome.Refused]. A 401 is asked once more, with a new token.
@ApplicationScoped
class WebApi {

    /// @param endpoint with the names of what varies, for counting: `GET /v1/tracks/{id}`
    /// @param path     below the base URL, with parameters; of a fixed alphabet
    /// @param personal whether it is about what belongs to a person
    record Call(String endpoint, String path, boolean personal, Purpose purpose) {}

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ApiCalls calls;
    private final String base;
    private final Http http = new Http();

    WebApi(ApiGates gates, AccessTokens tokens, DetectionConfig config, MeterRegistry metrics) {
        this.calls = new ApiCalls(Api.SPOTIFY, gates, tokens, metrics);
        this.base = config.spotify().baseUrl().toString().replaceAll("/+$", "");
    }

    /// What the API says.
    Outcome<JsonNode> get(Call call) {
        return calls.make(
                new ApiCalls.Call(call.endpoint(), call.personal(), call.purpose()),
                token -> said(http.send(request(call, token))));
    }

    private HttpRequest request(Call call, String token) {
        return HttpRequest.newBuilder(URI.create(base + call.path()))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .GET()
                .build();
    }

    private static Said<JsonNode> said(HttpResponse<byte[]> response) throws IOException {
        return switch (response.statusCode()) {
            case 401 -> new Said.TokenRefused<>();
            case 429 -> tooMany(response);
            default -> new Said.Ended<>(outcome(response));
        };
    }

    private static Outcome<JsonNode> outcome(HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        return switch (status) {
            case 200 -> answer(response);
            case 204 -> new Outcome.Answer<>(Wire.json().createObjectNode()); // nothing plays
            case 400, 404 ->
                json(response).path("error").isMissingNode()
                        ? new Outcome.Refused<>(text(response) + ": that is no answer of Spotify's")
                        : new Outcome.NotFound<>(text(response));
            case 403 -> new Outcome.Refused<>(text(response));
            default -> new Outcome.Failed<>("status " + status);
        };
    }

    private static Outcome<JsonNode> answer(HttpResponse<byte[]> response) throws IOException {
        JsonNode json = json(response);
        if (json.isMissingNode()) {
            return new Outcome.Failed<>("status 200, but the answer is no JSON");
        }
        return json.isObject() && !json.has("error")
                ? new Outcome.Answer<>(json)
                : new Outcome.Failed<>("status 200, but the answer is none");
    }

    /// The body; a missing node if it is no JSON.
    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        try {
            return Wire.json().readTree(response.body());
        } catch (JsonProcessingException garbage) {
            return Wire.json().missingNode();
        }
    }

    /// For people: the start of it, without line ends.
    private static String text(HttpResponse<byte[]> response) {
        int most = 200;
        String body = new String(response.body(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        return response.statusCode() + " " + body.substring(0, Math.min(body.length(), most));
    }

    private static Said<JsonNode> tooMany(HttpResponse<byte[]> response) {
        return new Said.TooMany<>(
                RetryAfter.of(response.headers()),
                new String(response.body(), StandardCharsets.UTF_8).contains("QUOTA_EXCEEDED"));
    }
}
