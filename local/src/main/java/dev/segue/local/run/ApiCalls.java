package dev.segue.local.run;

import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.ApiStatus.Api;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Calls of music APIs since a moment. What others than the run asked for meanwhile counts as well: a call says of none
/// on whose behalf it was made. For one thread.
public final class ApiCalls {

    /// So many calls of an endpoint ended so.
    ///
    /// @param endpoint such as `GET /v1/tracks/{id}`
    /// @param outcome  such as `ANSWER` or `RATE_LIMITED`
    public record Line(Api api, String endpoint, String outcome, int calls) {}

    private final Map<Api, ApiStatus> before = new EnumMap<>(Api.class);
    private final Map<Api, ApiStatus> now = new EnumMap<>(Api.class);

    void before(ApiStatus status) {
        before.put(status.api(), status);
    }

    void now(ApiStatus status) {
        now.put(status.api(), status);
    }

    /// All that were made, by API and endpoint.
    public List<Line> lines() {
        return now.values().stream()
                .flatMap(status -> status.calls().stream()
                        .map(one -> new Line(status.api(), one.endpoint(), one.outcome(), (int)
                                (one.count() - before(status, one)))))
                .filter(line -> line.calls() > 0)
                .toList();
    }

    private long before(ApiStatus status, ApiStatus.Calls one) {
        return Optional.ofNullable(before.get(status.api())).stream()
                .flatMap(known -> known.calls().stream())
                .filter(known -> known.endpoint().equals(one.endpoint())
                        && known.outcome().equals(one.outcome()))
                .mapToLong(ApiStatus.Calls::count)
                .sum();
    }

    /// How many.
    public int total() {
        return lines().stream().mapToInt(Line::calls).sum();
    }
}
