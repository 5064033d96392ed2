package dev.segue.detection;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// The time, and what it has been moved ahead or back. In a service it is the real time. Thread-safe.
@Alternative
@Singleton
public class MovableClock implements InstantSource {

    private final InstantSource real;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Inject
    MovableClock() {
        this(InstantSource.system());
    }

    private MovableClock(InstantSource real) {
        this.real = real;
    }

    /// One that stands.
    static MovableClock at(Instant time) {
        return new MovableClock(InstantSource.fixed(time));
    }

    public void advance(Duration by) {
        ahead.accumulateAndGet(by, Duration::plus);
    }

    void set(Instant time) {
        ahead.set(Duration.between(real.instant(), time));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }
}
