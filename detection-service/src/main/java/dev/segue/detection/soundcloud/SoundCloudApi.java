package dev.segue.detection.soundcloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.detection.AccessTokens;
import dev.segue.detection.ApiCalls;
import dev.segue.detection.ApiCalls.Call;
import dev.segue.detection.ApiCalls.Said;
import dev.segue.detection.ApiGates;
import dev.segue.detection.DetectionConfig;
import dev.segue.detection.Http;
import dev.segue.detection.Original;
import dev.segue.detection.Outcome;
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
import java.time.InstantSource;

/// Calls of the API: to the configured host and no other. Thread-safe.
///
/// An answer that is no JSON and a 200 with an error inside are [Outcome.Failed]. Redirects are told, not followed.
@ApplicationScoped
class SoundCloudApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ApiCalls calls;
    private final InstantSource clock;
    private final URI base;
    private final Http http = new Http();

    SoundCloudApi(
            ApiGates gates, AccessTokens tokens, DetectionConfig config, MeterRegistry metrics, InstantSource clock) {
        this.calls = new ApiCalls(Api.SOUNDCLOUD, gates, tokens, metrics);
        this.clock = clock;
        this.base = config.soundcloud().baseUrl();
    }

    /// The address of `path`, which begins with a slash and is of a fixed alphabet.
    URI at(String path) {
        return URI.create(base.toString().replaceAll("/+$", "") + path);
    }

    /// Whether `address` is one of this API: only such a one is ever called.
    boolean owns(URI address) {
        return base.getScheme().equalsIgnoreCase(String.valueOf(address.getScheme()))
                && base.getHost().equalsIgnoreCase(String.valueOf(address.getHost()))
                && base.getPort() == address.getPort()
                && address.getRawUserInfo() == null;
    }

    /// What the API says at `address`, an object.
    Outcome<JsonNode> get(Call call, URI address) {
        return calls.make(call, token -> said(http.send(request(address, token)), SoundCloudApi::json));
    }

    /// Where `address` redirects to.
    Outcome<URI> target(Call call, URI address) {
        return calls.make(call, token -> said(http.send(request(address, token)), SoundCloudApi::location));
    }

    /// The file at `address`, which may be on a server for files, and does not see a token.
    Outcome<Original> file(URI address) throws IOException {
        if (!owns(address) && !"https".equals(address.getScheme())) {
            return new Outcome.Failed<>("the file is said to be at what is no address of https");
        }
        var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).GET().build();
        Http.Opened opened = http.open(request);
        int status = opened.response().statusCode();
        if (status == 200) {
            return new Outcome.Answer<>(
                    new Original.File(FileKind.of(opened.response().headers()), opened.body()));
        }
        opened.body().close();
        return new Outcome.Failed<>("status " + status + " for the file");
    }

    private interface Reading<T> {
        Outcome<T> read(HttpResponse<byte[]> response) throws IOException;
    }

    private HttpRequest request(URI address, String token) {
        if (!owns(address)) {
            throw new IllegalArgumentException(address + " is not an address of " + base);
        }
        return HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Authorization", "OAuth " + token)
                .header("Accept", "application/json; charset=utf-8")
                .GET()
                .build();
    }

    private <T> Said<T> said(HttpResponse<byte[]> response, Reading<T> reading) throws IOException {
        return switch (response.statusCode()) {
            case 401 -> new Said.TokenRefused<>();
            case 429 -> TooManyCalls.said(response, clock.instant());
            case 400, 404 -> new Said.Ended<>(notFound(response));
            case 403 -> new Said.Ended<>(new Outcome.Refused<>(text(response)));
            default -> new Said.Ended<>(reading.read(response));
        };
    }

    /// The API says so in JSON; servers of others do not.
    private static <T> Outcome<T> notFound(HttpResponse<byte[]> response) throws IOException {
        return isJson(response.body())
                ? new Outcome.NotFound<>(text(response))
                : new Outcome.Refused<>(text(response) + ": that is no answer of SoundCloud's");
    }

    private static boolean isJson(byte[] body) throws IOException {
        try {
            return Wire.json().readTree(body).isObject();
        } catch (JsonProcessingException garbage) {
            return false;
        }
    }

    private static Outcome<JsonNode> json(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() != 200) {
            return new Outcome.Failed<>("status " + response.statusCode());
        }
        try {
            JsonNode json = Wire.json().readTree(response.body());
            boolean error = json.hasNonNull("error")
                    || !json.path("errors").isEmpty()
                    || json.path("code").asInt(200) >= 400;
            return json.isObject() && !error
                    ? new Outcome.Answer<>(json)
                    : new Outcome.Failed<>("status 200, but the answer is none");
        } catch (JsonProcessingException garbage) {
            return new Outcome.Failed<>("status 200, but the answer is no JSON");
        }
    }

    private static Outcome<URI> location(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        try {
            return response.headers()
                    .firstValue("Location")
                    .filter(_ -> status == 302 || status == 301 || status == 303 || status == 307 || status == 308)
                    .<Outcome<URI>>map(
                            where -> new Outcome.Answer<>(response.uri().resolve(where)))
                    .orElseGet(() -> new Outcome.Failed<>("status " + status + " where a redirect was expected"));
        } catch (IllegalArgumentException garbled) {
            return new Outcome.Failed<>("a redirect to what is no address");
        }
    }

    /// For people: the start of it, without line ends.
    private static String text(HttpResponse<byte[]> response) {
        int most = 200;
        String body = new String(response.body(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        return response.statusCode() + " " + body.substring(0, Math.min(body.length(), most));
    }
}
