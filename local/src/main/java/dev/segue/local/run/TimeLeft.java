package dev.segue.local.run;

import java.time.Duration;
import java.util.Optional;

/// How long the slowest stage, the catalogue, will probably take: at the pace that it has had so far. For one thread.
final class TimeLeft {

    /// Less is not worth a word.
    private static final Duration WORTH_SAYING = Duration.ofSeconds(20);

    /// So long the pace is looked at before anything is said.
    private static final Duration LEARNING = Duration.ofSeconds(5);

    private long firstAt;
    private int first = -1;

    /// What is left after `written` of `total`, now; empty if that is soon, or cannot be told yet.
    ///
    /// @param nanos now, as `System.nanoTime()` has it
    Optional<Duration> at(long nanos, int written, int total) {
        if (first < 0) {
            if (written > 0) {
                first = written;
                firstAt = nanos;
            }
            return Optional.empty();
        }
        Duration passed = Duration.ofNanos(nanos - firstAt);
        int since = written - first;
        if (passed.compareTo(LEARNING) < 0 || since <= 0 || total <= written) {
            return Optional.empty();
        }
        long left = Math.round(passed.toMillis() / (double) since * (total - written));
        return Optional.of(Duration.ofMillis(left)).filter(time -> time.compareTo(WORTH_SAYING) > 0);
    }

    /// Nothing is written while something is waited for: that is no pace, and afterwards it is learnt anew.
    void waits() {
        first = -1;
    }

    /// For people: `about 43 min left`.
    static String words(Duration left) {
        if (left.toMinutes() < 2) {
            return "about " + left.toSeconds() + " s left";
        }
        return left.toHours() < 2
                ? "about " + left.toMinutes() + " min left"
                : "about %d h %d min left".formatted(left.toHours(), left.toMinutesPart());
    }
}
