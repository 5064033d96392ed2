package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segue.sync.SyncConfig;
import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// Calls Notion, at most so many times a second on average as it allows. Thread-safe.
///
/// Version 2025-09-03 of the API: a database holds data sources, and pages belong to one of these.
final class NotionApi implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    /// So long an answer may take, to its last byte.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String VERSION = "2025-09-03";
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Pattern PARAMETERS = Pattern.compile("\\?.*");
    private static final Pattern ID = Pattern.compile("(?<=/)[0-9a-fA-F-]{32,36}(?=/|$)");
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://([\\w.-]+|\\[[0-9a-f:]+\\])(:\\d{1,5})?(/[\\w./-]*)?/v1", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final int BURST = 10;
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String base;
    private final String token;
    private final BlockingBucket pace;
    private final Gate gate;
    private final Duration patience;

    /// @param base      ends in `/v1`
    /// @param perSecond how many calls on average
    /// @param gate      that a 429 closes
    NotionApi(String base, String token, int perSecond, Gate gate) {
        this(base, token, perSecond, gate, PATIENCE);
    }

    NotionApi(String base, String token, int perSecond, Gate gate, Duration patience) {
        this.base = base;
        this.token = token;
        this.gate = gate;
        this.patience = patience;
        this.pace = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(Math.max(BURST, perSecond)).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build()
                .asBlocking();
    }

    /// The API of the settings.
    ///
    /// @throws ConfigurationException with one line, if they make no sense
    static NotionApi of(SyncConfig.Notion settings, String token, Gate gate) {
        if (settings.perSecond() < 1) {
            throw new ConfigurationException(
                    "segue.notion.per-second accepts a number from 1, not \"" + settings.perSecond() + '"');
        }
        String base = settings.baseUrl().strip().replaceFirst("/+$", "");
        if (!ADDRESS.matcher(base).matches()) {
            throw new ConfigurationException(
                    "segue.notion.base-url accepts an address of http or https that ends in /v1, not \""
                            + settings.baseUrl() + '"');
        }
        if (!TOKEN.matcher(token.strip()).matches()) {
            throw new ConfigurationException("segue.notion.token accepts a token as Notion shows it, without blanks");
        }
        return new NotionApi(base, token.strip(), settings.perSecond(), gate);
    }

    Reply get(String path) {
        return send(request(path).GET().build());
    }

    Reply post(String path, JsonNode body) {
        return send(request(path).POST(BodyPublishers.ofString(body.toString())).build());
    }

    Reply patch(String path, JsonNode body) {
        return send(request(path)
                .method("PATCH", BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Notion-Version", VERSION)
                .header("Content-Type", "application/json");
    }

    private Reply send(HttpRequest request) {
        try {
            pace.consume(1);
            Optional<Reply.Busy> closed = gate.refusal();
            return closed.isPresent() ? closed.get() : counted(request, answer(request));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Reply.Lost("stopped", false);
        }
    }

    /// The time-out of a request ends when the headers are there, so it is not used: a body that stops amid would
    /// be waited for without end. A thread of its own makes the call: asynchronous ones end on the common pool, and
    /// there somebody may be waiting for this one.
    private Reply answer(HttpRequest request) throws InterruptedException {
        Future<HttpResponse<String>> answer = THREADS.submit(() -> http.send(request, BodyHandlers.ofString()));
        try {
            return reply(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException silent) {
            return new Reply.Lost("no whole answer within " + patience.toSeconds() + " s", false);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return new Reply.Busy(MOMENT, "it cannot be reached", true);
            }
            if (cause instanceof IOException broken) {
                return new Reply.Lost("no answer (" + broken.getMessage() + ')', false);
            }
            throw new IllegalStateException(failed);
        } finally {
            answer.cancel(true);
        }
    }

    private Reply counted(HttpRequest request, Reply reply) {
        String path = request.uri().toString().substring(base.length());
        String endpoint = request.method() + " /v1" + PARAMETERS.matcher(path).replaceFirst("");
        String outcome = switch (reply) {
            case Reply.Done _ -> "answer";
            case Reply.Busy _ -> "rate_limited";
            case Reply.Refused _ -> "refused";
            case Reply.Lost _ -> "failed";
        };
        Metrics.counter(
                        "segue.api.calls",
                        "api",
                        "notion",
                        "endpoint",
                        ID.matcher(endpoint).replaceAll("{id}"),
                        "outcome",
                        outcome)
                .increment();
        return reply;
    }

    private Reply reply(HttpResponse<String> response) {
        int status = response.statusCode();
        return switch (status) {
            case 200 -> done(response);
            case 429, 529 ->
                closing(new Reply.Busy(retryAfter(response), "its limit is reached (" + status + ')', true));
            case 409 -> new Reply.Busy(MOMENT, "a conflict with another change (409)", false);
            // what stands before Notion may say so while Notion goes on
            case 502, 504 -> new Reply.Lost("answered " + status, false);
            default -> status / 100 == 4 ? refused(response) : new Reply.Lost("answered " + status, true);
        };
    }

    private Reply closing(Reply.Busy busy) {
        gate.close(busy);
        return busy;
    }

    private static Reply done(HttpResponse<String> response) {
        try {
            JsonNode body = JSON.readTree(response.body());
            return body.path("object").isTextual()
                            && !body.path("object").asText().equals("error")
                    ? new Reply.Done(body)
                    : new Reply.Lost("answered 200 and no object", true);
        } catch (com.fasterxml.jackson.core.JsonProcessingException garbled) {
            return new Reply.Lost("answered something that is not JSON at " + garbled.getLocation(), true);
        }
    }

    /// To the second, however long.
    private static Duration retryAfter(HttpResponse<String> response) {
        String seconds =
                response.headers().firstValue("Retry-After").orElse("1").strip();
        return seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : MOMENT;
    }

    /// Only Notion refuses. What a proxy or a sign-in page on the way says is no word about the call.
    private static Reply refused(HttpResponse<String> response) {
        int status = response.statusCode();
        var another =
                new Reply.Lost("answered " + status + " and not as Notion does; is there a proxy on the way?", true);
        try {
            JsonNode body = JSON.readTree(response.body());
            return body.path("object").asText().equals("error")
                    ? new Reply.Refused(
                            status,
                            body.path("code").asText(String.valueOf(status)),
                            body.path("message").asText("answered " + status))
                    : another;
        } catch (com.fasterxml.jackson.core.JsonProcessingException garbled) {
            return another;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
