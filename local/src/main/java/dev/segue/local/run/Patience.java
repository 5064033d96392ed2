package dev.segue.local.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// When a run that brings no news is stuck. One that waits for what passes by itself is not, however long that
/// takes. For one thread; times are those of `System.nanoTime()`.
final class Patience {

    /// So long nothing at all may happen.
    static final Duration STALLED = Duration.ofMinutes(2);

    /// So often it is asked what is waited for while that lasts.
    private static final int QUESTIONS = 40;

    private final Supplier<Optional<Waiting>> waits;
    private final Duration longest;
    private long lastMoved;
    private long lastNews;
    private long lastAsked;
    private Optional<Waiting> waiting = Optional.empty();

    /// @param waits   whom to ask what is waited for
    /// @param longest so long nothing at all may happen
    Patience(Supplier<Optional<Waiting>> waits, Duration longest, long now) {
        this.waits = waits;
        this.longest = longest;
        this.lastMoved = now;
        this.lastNews = now;
        this.lastAsked = now;
    }

    /// Something has moved.
    void news(long now) {
        lastMoved = now;
        lastNews = now;
        lastAsked = now;
        waiting = Optional.empty();
    }

    /// It is known what is waited for.
    void known(long now) {
        lastNews = now;
    }

    /// What is waited for; empty if that is not known.
    Optional<Waiting> waiting(long now) {
        if (now - lastAsked > longest.dividedBy(QUESTIONS).toNanos()) {
            lastAsked = now;
            waiting = waits.get();
            if (waiting.filter(Waiting::passes).isPresent()) {
                lastNews = now;
            }
        }
        return waiting;
    }

    /// What was waited for when last asked.
    Optional<Waiting> waited() {
        return waiting;
    }

    boolean over(long now) {
        return now - lastNews > longest.toNanos();
    }

    /// Whether something that begins so far `ahead` comes too late: nothing would have moved until then.
    boolean endsBefore(Duration ahead, long now) {
        return ahead.compareTo(longest.minusNanos(now - lastMoved)) > 0;
    }
}
