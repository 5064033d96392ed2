package dev.segue.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// For how long a question is put that an API fails at whenever it is asked. Immutable.
///
/// It is asked again after a minute, and then after as long again as it has failed so far, an hour at most. After a day
/// it is given up: that is some 30 calls.
///
/// @param since when it failed first
record Patience(Instant since, Instant now) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration ENOUGH = Duration.ofDays(1);

    /// @param since empty: it has just failed for the first time; so it has if a clock was set back
    static Patience of(Optional<Instant> since, Instant now) {
        return new Patience(since.filter(first -> !first.isAfter(now)).orElse(now), now);
    }

    /// When to ask again; empty: not any more.
    Optional<Instant> next() {
        Duration failing = Duration.between(since, now);
        return failing.compareTo(ENOUGH) >= 0 ? Optional.empty() : Optional.of(now.plus(clamped(failing)));
    }

    private static Duration clamped(Duration length) {
        Duration atLeast = length.compareTo(SHORTEST) < 0 ? SHORTEST : length;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }
}
