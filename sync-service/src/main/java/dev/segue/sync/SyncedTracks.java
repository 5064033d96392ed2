package dev.segue.sync;

import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackRejected;
import dev.segue.library.fact.TrackSynced;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;

/// Counts what became of tracks in the catalogue, by `outcome`. Thread-safe.
final class SyncedTracks {

    private static final String REJECTED = "REJECTED";

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
        return Metrics.counter("segue.synced.tracks", "outcome", outcome.toLowerCase(Locale.ROOT));
    }
}
