package dev.segue.local.remediate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.fact.Wire;
import dev.segue.local.system.Failure;
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
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Asks sync-service of a running system.
///
/// @param port     of sync-service, on loopback
/// @param token    that it wants to see, where it wants one
/// @param patience with a service that gives no answer: it may be on its way back
public record RemediationCalls(int port, Optional<String> token, Duration patience) {

    private static final Duration RESTART = Duration.ofMinutes(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final Duration PACE = Duration.ofMillis(300);
    private static final Set<String> ENDS = Set.of("DONE", "FAILED");

    public RemediationCalls(int port, Optional<String> token) {
        this(port, token, RESTART);
    }

    /// What a call comes to.
    private sealed interface Reply {

        record Said(JsonNode body) implements Reply {}

        /// @param reached whether the call may have arrived all the same
        record Silence(IOException why, boolean reached) implements Reply {}
    }

    /// Begins a remediation.
    ///
    /// @return its id
    /// @throws Failure if it was not accepted
    public String begin(boolean fix) {
        HttpRequest.Builder post = request("/remediations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"fix\":" + fix + "}"));
        return switch (send(post)) {
            case Reply.Said(JsonNode body) -> body.path("id").asText();
            case Reply.Silence(IOException why, boolean reached) ->
                throw new Failure(
                        unanswered(why)
                                + (reached
                                        ? "; the remediation may have begun, and then goes on by itself: to ask again does"
                                                + " no harm"
                                        : ""),
                        why);
        };
    }

    /// The report when it has ended. A service that was restarted meanwhile goes on with it.
    ///
    /// @param meanwhile is shown the report as it is, some times a second
    /// @param silence   is done instead while there is no answer
    /// @throws Failure if there is no answer for longer than the patience lasts
    public JsonNode await(String id, Consumer<JsonNode> meanwhile, Runnable silence) {
        var never = new CountDownLatch(1);
        long heard = System.nanoTime();
        try {
            while (true) {
                switch (send(request("/remediations/" + id))) {
                    case Reply.Said(JsonNode report) -> {
                        if (ENDS.contains(report.path("state").asText())) {
                            return report;
                        }
                        heard = System.nanoTime();
                        meanwhile.accept(report);
                    }
                    case Reply.Silence(IOException why, boolean _) -> {
                        if (System.nanoTime() - heard > patience.toNanos()) {
                            throw new Failure(unanswered(why) + "; " + goesOn(id), why);
                        }
                        silence.run();
                    }
                }
                var _ = never.await(PACE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure("stopped; it goes on: http://127.0.0.1:" + port + "/remediations/" + id, stopped);
        }
    }

    private String unanswered(IOException why) {
        return "sync-service does not answer on port " + port + " (" + why + ')';
    }

    private String goesOn(String id) {
        return "the remediation goes on by itself when it runs again (./segue status, ./segue up), and its report is at"
                + " http://127.0.0.1:" + port + "/remediations/" + id + ".html then";
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(LONGEST_ANSWER);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private Reply send(HttpRequest.Builder request) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            JsonNode body = json(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new Failure(body.path("detail")
                        .asText(body.path("title").asText("sync-service answered " + answer.statusCode())));
            }
            return new Reply.Said(body);
        } catch (ConnectException | HttpConnectTimeoutException nobody) {
            return new Reply.Silence(nobody, false);
        } catch (IOException broken) {
            return new Reply.Silence(broken, true);
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
