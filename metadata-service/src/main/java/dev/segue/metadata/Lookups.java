package dev.segue.metadata;

import dev.segue.library.fact.Lookup;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;

/// Counts how the library answered for detected tracks: its hit rate. Thread-safe.
public final class Lookups {

    private static final Counter HITS = counter(Lookup.HIT);
    private static final Counter STALE = counter(Lookup.STALE);
    private static final Counter MISSES = counter(Lookup.MISS);

    private Lookups() {}

    /// Counts from zero, from now on.
    public static void expect() {
        HITS.increment(0); // which loads this class, and with it all counters
    }

    static void count(Resolution resolution) {
        Counter counter = switch (resolution.lookup()) {
            case HIT -> HITS;
            case STALE -> STALE;
            case MISS -> MISSES;
        };
        counter.increment();
    }

    private static Counter counter(Lookup lookup) {
        return Metrics.counter("segue.csv.lookups", "lookup", lookup.name().toLowerCase(Locale.ROOT));
    }
}
