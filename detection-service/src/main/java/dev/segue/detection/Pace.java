package dev.segue.detection;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/// So many calls a second, after a few at once. Thread-safe; who is too fast waits, for seconds at most.
final class Pace {

    private static final int AT_ONCE = 3;

    private final Bucket bucket;
    private final BlockingStrategy waiting;

    private Pace(int perSecond, TimeMeter time, BlockingStrategy waiting) {
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity((long) perSecond * AT_ONCE)
                        .refillGreedy(perSecond, java.time.Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
        this.waiting = waiting;
    }

    static Pace of(int perSecond) {
        return new Pace(perSecond, TimeMeter.SYSTEM_NANOTIME, BlockingStrategy.PARKING);
    }

    /// For a test.
    static Pace of(int perSecond, TimeMeter time, BlockingStrategy waiting) {
        return new Pace(perSecond, time, waiting);
    }

    /// Returns when the next call may go out.
    void await() {
        try {
            bucket.asBlocking().consume(1, waiting);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
