package dev.segue.detection;

import dev.segue.detection.AccessTokens.Access;
import dev.segue.detection.ApiGate.Purpose;
import dev.segue.library.fact.ApiStatus.Api;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Makes the calls of one API: through its gate, with a token, and counted. Thread-safe.
///
/// A 401 is asked once more, with a new token; a 429 closes the gate. What arrives nowhere is no call.
public final class ApiCalls {

    /// One call.
    ///
    /// @param endpoint with the names of what varies, for counting: `GET /v1/tracks/{id}`
    /// @param personal whether it is about what belongs to a person
    public record Call(String endpoint, boolean personal, Purpose purpose) {}

    /// What the server said.
    public sealed interface Said<T> {

        /// The call ended, well or not.
        record Ended<T>(Outcome<T> outcome) implements Said<T> {}

        /// 401: the token is not good, or no longer.
        record TokenRefused<T>() implements Said<T> {}

        /// 429.
        ///
        /// @param retryAfter from now, if it said so
        /// @param quota      whether it said that the day's quota is used up
        record TooMany<T>(Optional<Duration> retryAfter, boolean quota) implements Said<T> {}
    }

    /// How a call is made.
    @FunctionalInterface
    public interface Sending<T> {

        /// Sends it, and hears what comes.
        ///
        /// @param token a secret, for this API's host and no other
        /// @throws IOException if there is no answer
        Said<T> with(String token) throws IOException;
    }

    private final Api api;
    private final ApiGate gate;
    private final AccessTokens tokens;
    private final MeterRegistry metrics;

    public ApiCalls(Api api, ApiGates gates, AccessTokens tokens, MeterRegistry metrics) {
        this.api = api;
        this.gate = gates.of(api);
        this.tokens = tokens;
        this.metrics = metrics;
    }

    /// Makes `call`, or does not: then it is [Outcome.RateLimited], [Outcome.NoLogin] or [Outcome.Failed].
    public <T> Outcome<T> make(Call call, Sending<T> sending) {
        return make(call, sending, true);
    }

    private <T> Outcome<T> make(Call call, Sending<T> sending, boolean again) {
        Optional<Instant> closed = gate.closedUntil(call.purpose());
        if (closed.isPresent()) {
            return new Outcome.RateLimited<>(closed.get());
        }
        return switch (tokens.access(api)) {
            case Access.NotNow(String why) -> {
                gate.silent(why);
                yield new Outcome.Failed<>(why, false);
            }
            case Access.Busy(Optional<Duration> retryAfter) -> new Outcome.RateLimited<>(gate.noTokens(retryAfter));
            case Access.NeedsLogin(String why) -> new Outcome.NoLogin<>(why, gate.unusable(why));
            case Access.Granted granted
            when call.personal() && !granted.asPerson() ->
                new Outcome.NoLogin<>(
                        "this belongs to a person: log in with ./segue login " + label(), gate.inAWhile());
            case Access.Granted granted -> make(call, sending, granted.token(), again);
        };
    }

    private <T> Outcome<T> make(Call call, Sending<T> sending, String token, boolean again) {
        Optional<Instant> closed = gate.enter(call.purpose());
        if (closed.isPresent()) {
            return new Outcome.RateLimited<>(closed.get());
        }
        try {
            return switch (sending.with(token)) {
                case Said.Ended<T>(Outcome<T> outcome) -> ended(call, outcome);
                case Said.TooMany<T>(Optional<Duration> retryAfter, boolean quota) -> {
                    Instant until = gate.rateLimited(call.endpoint(), retryAfter, quota);
                    yield counted(call, new Outcome.RateLimited<>(until));
                }
                case Said.TokenRefused<T> _ -> {
                    tokens.refused(api, token);
                    ended(call, new Outcome.Refused<T>("401"));
                    yield again ? make(call, sending, false) : notAccepted();
                }
            };
        } catch (ConnectException | HttpConnectTimeoutException offline) {
            String why = "cannot be reached: " + offline;
            gate.lost(why);
            return new Outcome.Failed<>(why, false);
        } catch (IOException away) {
            return ended(call, new Outcome.Failed<>("no answer: " + away));
        }
    }

    private <T> Outcome<T> notAccepted() {
        String why = "the token is not accepted";
        gate.silent(why);
        return new Outcome.Failed<>(why);
    }

    private <T> Outcome<T> ended(Call call, Outcome<T> outcome) {
        gate.ended(call.endpoint(), outcome);
        return counted(call, outcome);
    }

    private <T> Outcome<T> counted(Call call, Outcome<T> outcome) {
        String ending = outcome.label().toLowerCase(Locale.ROOT);
        metrics.counter("segue.api.calls", "api", label(), "endpoint", call.endpoint(), "outcome", ending)
                .increment();
        return outcome;
    }

    private String label() {
        return api.name().toLowerCase(Locale.ROOT);
    }
}
