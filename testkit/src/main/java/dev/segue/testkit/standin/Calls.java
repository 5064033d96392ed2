package dev.segue.testkit.standin;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// How often what was called since the last reset. Thread-safe.
///
/// A call is counted before its answer is sent, so who has the answer finds it here. One that is never answered has
/// status 0.
public final class Calls {

    private final Map<String, Long> byEndpoint = new TreeMap<>();
    private final Map<String, Long> byStatus = new TreeMap<>();

    Calls() {}

    /// Counts at one moment, as `GET /__control/calls` shows them.
    ///
    /// @param byEndpoint such as `GET /v1/tracks/{id}`
    public record Counts(long total, Map<String, Long> byEndpoint, Map<String, Long> byStatus) {

        public Counts {
            byEndpoint = java.util.Collections.unmodifiableMap(new TreeMap<>(byEndpoint));
            byStatus = java.util.Collections.unmodifiableMap(new TreeMap<>(byStatus));
        }
    }

    public synchronized Counts counts() {
        ToLongFunction<Map<String, Long>> sum =
                counts -> counts.values().stream().mapToLong(Long::longValue).sum();
        return new Counts(sum.applyAsLong(byEndpoint), byEndpoint, byStatus);
    }

    public long total() {
        return counts().total();
    }

    /// Calls of one endpoint.
    ///
    /// @param endpoint such as `GET /v1/tracks/{id}`
    public long of(String endpoint) {
        return counts().byEndpoint().getOrDefault(endpoint, 0L);
    }

    synchronized void count(String endpoint, int status) {
        byEndpoint.merge(endpoint, 1L, Long::sum);
        byStatus.merge(Integer.toString(status), 1L, Long::sum);
    }

    synchronized void reset() {
        byEndpoint.clear();
        byStatus.clear();
    }
}
