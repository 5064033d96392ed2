package dev.segue.processing;

import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackRejected;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// How many tracks ended how, since the start. Thread-safe.
public final class Tally {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /// Counts an end; other facts are none.
    public void count(Fact fact) {
        if (fact instanceof TrackProcessed processed) {
            add(processed.outcome().name());
        } else if (fact instanceof TrackRejected rejected) {
            add(rejected.reason().name());
        }
    }

    /// By outcome, or by the reason of a rejection.
    public Map<String, Long> counts() {
        var sums = new TreeMap<String, Long>();
        counts.forEach((outcome, count) -> sums.put(outcome, count.sum()));
        return sums;
    }

    private void add(String outcome) {
        counts.computeIfAbsent(outcome, none -> new LongAdder()).increment();
    }
}
