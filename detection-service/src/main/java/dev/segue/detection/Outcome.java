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

    /// The API will not answer this, however often it is asked: no right to it, not for this app.
    record Refused<T>(String why) implements Outcome<T> {}

    /// It was not asked, since nobody has logged in, or a login is over.
    ///
    /// @param again when to see whether somebody has
    record NoLogin<T>(String why, Instant again) implements Outcome<T> {}

    /// A time-out, a 5xx, an answer that makes no sense: it may be asked again after a while.
    ///
    /// @param reached whether the API was reached; else what was asked for had no part in it
    record Failed<T>(String why, boolean reached) implements Outcome<T> {

        public Failed(String why) {
            this(why, true);
        }
    }

    /// The same outcome with `next` of the answer.
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Answer<T>(T value) -> next.apply(value);
            case NotFound<T>(String why) -> new NotFound<>(why);
            case RateLimited<T>(Instant until) -> new RateLimited<>(until);
            case Refused<T>(String why) -> new Refused<>(why);
            case NoLogin<T>(String why, Instant again) -> new NoLogin<>(why, again);
            case Failed<T>(String why, boolean reached) -> new Failed<>(why, reached);
        };
    }

    /// Its name for counting, such as `ANSWER` or `RATE_LIMITED`.
    default String label() {
        return switch (this) {
            case Answer<T> _ -> "ANSWER";
            case NotFound<T> _ -> "NOT_FOUND";
            case RateLimited<T> _ -> "RATE_LIMITED";
            case Refused<T> _ -> "REFUSED";
            case NoLogin<T> _ -> "NO_LOGIN";
            case Failed<T> _ -> "FAILED";
        };
    }
}
