package dev.segue.detection;

import java.time.Instant;
import java.util.function.Function;

/// How a call of an API ended. Immutable.
///
/// Only an [Answer] and a [NotFound] say something about what was asked for; the others say something about the world.
public sealed interface Outcome<T> {

    /// It was answered.
    record Answer<T>(T value) implements Outcome<T> {}

    /// There is no such thing, or it is hidden from us.
    record NotFound<T>(String why) implements Outcome<T> {}

    /// No call may go out before `until`: either none went out now, or it was answered with 429.
    record RateLimited<T>(Instant until) implements Outcome<T> {}

    /// The API will not answer this, however often it is asked: no login, no right to it, not for this app.
    record Refused<T>(String why) implements Outcome<T> {}

    /// A time-out, a 5xx, an answer that makes no sense: it may be asked again after a while.
    record Failed<T>(String why) implements Outcome<T> {}

    /// The same outcome with `next` of the answer.
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Answer<T>(T value) -> next.apply(value);
            case NotFound<T>(String why) -> new NotFound<>(why);
            case RateLimited<T>(Instant until) -> new RateLimited<>(until);
            case Refused<T>(String why) -> new Refused<>(why);
            case Failed<T>(String why) -> new Failed<>(why);
        };
    }

    /// Its name for counting, such as `ANSWER` or `RATE_LIMITED`.
    default String label() {
        return switch (this) {
            case Answer<T> _ -> "ANSWER";
            case NotFound<T> _ -> "NOT_FOUND";
            case RateLimited<T> _ -> "RATE_LIMITED";
            case Refused<T> _ -> "REFUSED";
            case Failed<T> _ -> "FAILED";
        };
    }
}
