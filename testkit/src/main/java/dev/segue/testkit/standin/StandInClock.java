package dev.segue.testkit.standin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// The time of one stand-in: runs as the real one does, and jumps when told to. Thread-safe.
public final class StandInClock implements InstantSource {

    private final InstantSource real;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public StandInClock() {
        this(Clock.systemUTC());
    }

    /// For a test of what happens at a certain time.
    public StandInClock(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    /// Jumps ahead.
    ///
    /// @param by not negative
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the clock does not go back: " + by);
        }
        ahead.accumulateAndGet(by, Duration::plus);
    }

    void reset() {
        ahead.set(Duration.ZERO);
    }
}
