package dev.segue.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The time in which an API takes no calls, after a 429. For one thread.
///
/// An API that does not say how long is left alone for 30 seconds (an hour, if its quota is used up), then for twice as
/// long, and so on. Blocks of two days and more are not believed: the longest that people have seen is one day.
final class Block {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration FIRST_OF_QUOTA = Duration.ofHours(1);
    private static final Duration LONGEST_GUESS = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(2);
    private static final int DOUBLINGS = 12;

    private Optional<Instant> until = Optional.empty();
    private int inARow;

    /// Begins one, or makes one longer that stands.
    ///
    /// @return its end
    Instant begin(Instant now, Optional<Duration> retryAfter, boolean quota) {
        Duration guess = (quota ? FIRST_OF_QUOTA : FIRST).multipliedBy(1L << Math.min(inARow, DOUBLINGS));
        Duration length = retryAfter.map(said -> said.plusSeconds(1)).orElse(shorter(guess, LONGEST_GUESS));
        inARow++;
        Instant end = now.plus(shorter(length, LONGEST));
        Instant latest = end(now).filter(standing -> standing.isAfter(end)).orElse(end);
        until = Optional.of(latest);
        return latest;
    }

    void restore(Optional<Instant> known) {
        until = known;
    }

    /// The API answered.
    void forget() {
        inARow = 0;
    }

    /// Its end; empty if it is over, or so far ahead that the clock must have jumped back.
    Optional<Instant> end(Instant now) {
        return until.filter(end -> holds(end, now));
    }

    /// Whether one waits at `now` for `until`.
    static boolean holds(Instant until, Instant now) {
        return now.isBefore(until) && !until.isAfter(now.plus(LONGEST));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
