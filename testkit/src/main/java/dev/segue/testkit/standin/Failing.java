package dev.segue.testkit.standin;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Makes calls go wrong as a fault says. Thread-safe.
final class Failing {

    /// Longer than any client waits.
    private static final Duration NEVER = Duration.ofMinutes(10);

    private static final int[] SERVER_ERRORS = {500, 502, 503, 504};
    private static final int OVERLOADED = 529;
    private static final int CUT_TO = 40;

    private final Likeness likeness;
    private final Pause pause;
    private final AtomicLong turn = new AtomicLong();

    Failing(Likeness likeness, Pause pause) {
        this.likeness = likeness;
        this.pause = pause;
    }

    /// The answer to a call of `endpoint` that `fault` hits; empty for none at all.
    ///
    /// @param right carries the call out
    Optional<Answer> answer(String endpoint, Fault fault, Supplier<Answer> right) {
        return switch (fault.kind()) {
            case TOO_MANY -> Optional.of(tooMany(likeness, fault.retryAfter()));
            case SERVER_ERROR -> Optional.of(serverError(endpoint, fault));
            case SERVER_ERROR_AFTER_EFFECT -> {
                var _ = right.get();
                yield Optional.of(serverError(endpoint, fault));
            }
            case TIMEOUT -> {
                pause.await(NEVER);
                yield Optional.empty();
            }
            case SLOW -> {
                pause.await(fault.delay());
                yield Optional.of(right.get());
            }
            case GARBAGE -> Optional.of(garbage(right.get()));
            case ERROR_IN_200 -> {
                Answer error = likeness.error(endpoint, 500, "Internal server error");
                yield Optional.of(new Answer(200, error.headers(), error.body()));
            }
            case REDIRECT -> Optional.of(Answer.redirect(fault.location()));
        };
    }

    static Answer tooMany(Likeness likeness, long seconds) {
        Answer answer = likeness.tooManyCalls(Math.max(0, seconds));
        return likeness.saysRetryAfter() && seconds >= 0 ? answer.with("Retry-After", Long.toString(seconds)) : answer;
    }

    private Answer serverError(String endpoint, Fault fault) {
        int status = fault.status() == 0
                ? SERVER_ERRORS[(int) (turn.getAndIncrement() % SERVER_ERRORS.length)]
                : fault.status();
        Answer error = likeness.error(endpoint, status, "Server error.");
        return status == OVERLOADED && fault.retryAfter() >= 0
                ? error.with("Retry-After", Long.toString(fault.retryAfter()))
                : error;
    }

    /// By turns an answer that is cut off, and a page of a proxy.
    private Answer garbage(Answer right) {
        var json = Map.of("Content-Type", "application/json; charset=utf-8");
        return turn.getAndIncrement() % 2 == 0 && right.body().size() > CUT_TO
                ? new Answer(200, json, right.body().first(CUT_TO))
                : new Answer(200, json, Bytes.of("<!doctype html><title>Please stand by</title>"));
    }
}
