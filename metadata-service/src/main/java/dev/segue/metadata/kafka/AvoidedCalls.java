package dev.segue.metadata.kafka;

import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.Lookup;
import dev.segue.library.fact.TrackEnriched;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Counts the calls that were not made, since what they would have told was known: two a track, one for the track and
/// one for its audio features.
@ApplicationScoped
class AvoidedCalls {

    private static final int A_TRACK = 2;

    private final Map<Lookup, Counter> counters = new EnumMap<>(Lookup.class);

    AvoidedCalls(MeterRegistry metrics) {
        for (Lookup lookup : Lookup.values()) {
            counters.put(
                    lookup,
                    metrics.counter(
                            "segue.api.calls.avoided", "lookup", lookup.name().toLowerCase(Locale.ROOT)));
        }
    }

    /// @param facts what followed from one detection
    void count(List<Fact> facts) {
        if (facts.stream().anyMatch(FetchRequested.class::isInstance)) {
            return;
        }
        for (Fact fact : facts) {
            if (fact instanceof TrackEnriched enriched && enriched.complete()) {
                Objects.requireNonNull(counters.get(enriched.lookup())).increment(A_TRACK);
            }
        }
    }
}
