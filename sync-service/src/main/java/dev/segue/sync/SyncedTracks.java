package dev.segue.sync;

import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackRejected;
import dev.segue.library.fact.TrackSynced;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts what became of tracks in the catalogue, by `outcome`. Thread-safe.
final class SyncedTracks {

    private static final String REJECTED = "REJECTED";

    /// Asking the registry each time would cost as much as reading the fact.
    private static final Map<String, Counter> COUNTERS = new ConcurrentHashMap<>();

    private SyncedTracks() {}

    /// Counts from zero, from now on.
    static void expect() {
        for (TrackSynced.Outcome outcome : TrackSynced.Outcome.values()) {
            counter(outcome.name()).increment(0);
        }
        counter(REJECTED).increment(0);
    }

    static void count(Fact answer) {
        if (answer instanceof TrackSynced synced) {
            counter(synced.outcome().name()).increment();
        } else if (answer instanceof TrackRejected) {
            counter(REJECTED).increment();
        }
    }

    private static Counter counter(String outcome) {
        return COUNTERS.computeIfAbsent(
                outcome, name -> Metrics.counter("segue.synced.tracks", "outcome", name.toLowerCase(Locale.ROOT)));
    }
}
