package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/// The limit: so many calls a second on average, and some more at once. Thread-safe.
final class Pace {

    private static final double PER_SECOND = 3;
    private static final double BURST = 30;
    private static final double NANOS = 1e9;

    private final InstantSource clock;
    private double perSecond = PER_SECOND;
    private double burst = BURST;
    private double left = BURST;
    private Instant last;

    Pace(InstantSource clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    /// `{"perSecond": 3, "burst": 30}`; `null` is no limit.
    synchronized void limit(JsonNode mode) {
        perSecond = number(mode, "perSecond", perSecond);
        burst = number(mode, "burst", burst);
        left = burst;
    }

    private static double number(JsonNode mode, String name, double otherwise) {
        if (!mode.has(name)) {
            return otherwise;
        }
        double number = mode.get(name).isNull()
                ? Double.POSITIVE_INFINITY
                : mode.get(name).asDouble(-1);
        if (number <= 0) {
            throw new IllegalArgumentException(name + " is a number of calls, or null");
        }
        return number;
    }

    /// Counts a call; seconds to wait if it is one too many.
    synchronized OptionalLong waiting() {
        Instant now = clock.instant();
        double passed = Duration.between(last, now).toNanos() / NANOS;
        last = now;
        left = Double.isInfinite(perSecond) ? burst : Math.min(burst, left + passed * perSecond);
        if (left < 1 && !Double.isInfinite(perSecond)) {
            return OptionalLong.of((long) Math.ceil((1 - left) / perSecond));
        }
        left--;
        return OptionalLong.empty();
    }

    synchronized void reset() {
        left = burst;
    }
}
