package dev.segue.local.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// When a run that brings no news is stuck. One whose catalogue says what it waits for is not, however long that takes.
/// For one thread; times are those of `System.nanoTime()`.
final class Patience {

    /// So long nothing at all may happen.
    static final Duration STALLED = Duration.ofMinutes(2);

    /// After so long without news the catalogue is asked, and again after as long.
    private static final Duration ASKED_EVERY = Duration.ofSeconds(3);

    private final Supplier<Optional<Waiting>> catalogue;
    private long lastNews;
    private long lastAsked;
    private Optional<Waiting> waiting = Optional.empty();

    Patience(Supplier<Optional<Waiting>> catalogue, long now) {
        this.catalogue = catalogue;
        this.lastNews = now;
        this.lastAsked = now;
    }

    /// Something has moved.
    void news(long now) {
        lastNews = now;
        lastAsked = now;
        waiting = Optional.empty();
    }

    /// What is waited for; empty if that is not known.
    Optional<Waiting> waiting(long now) {
        if (now - lastAsked > ASKED_EVERY.toNanos()) {
            lastAsked = now;
            waiting = catalogue.get();
            if (waiting.isPresent()) {
                lastNews = now;
            }
        }
        return waiting;
    }

    boolean over(long now) {
        return now - lastNews > STALLED.toNanos();
    }
}
