package dev.segue.testkit.standin;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Where answers wait that shall be late. Thread-safe.
final class Pause {

    private volatile CountDownLatch gate = new CountDownLatch(1);

    /// Waits so long, in real time, or until all are released.
    void await(Duration longest) {
        try {
            var _ = gate.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    void releaseAll() {
        CountDownLatch old = gate;
        gate = new CountDownLatch(1);
        old.countDown();
    }
}
