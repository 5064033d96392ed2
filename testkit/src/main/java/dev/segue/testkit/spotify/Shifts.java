package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Changes that happen between two calls: what a person does while somebody pages through their list. Thread-safe.
final class Shifts {

    private final List<Shift> pending = new ArrayList<>();

    /// A change, and after how many answers of an endpoint it happens.
    private record Shift(String endpoint, int after, Runnable change) {

        private Shift sooner(String answered) {
            return endpoint.equals(answered) ? new Shift(endpoint, after - 1, change) : this;
        }
    }

    /// Plans `change`.
    ///
    /// @param json `{"endpoint": "GET /v1/me/tracks", "after": 1}`
    synchronized void plan(JsonNode json, Runnable change) {
        int after = json.path("after").asInt(1);
        if (!json.hasNonNull("endpoint") || after < 1) {
            throw new IllegalArgumentException("a shift needs an endpoint, such as GET /v1/me/tracks, and after >= 1");
        }
        pending.add(new Shift(json.get("endpoint").asText(), after, change));
    }

    synchronized void answered(String endpoint) {
        pending.replaceAll(shift -> shift.sooner(endpoint));
        pending.stream()
                .filter(shift -> shift.after() == 0)
                .forEach(shift -> shift.change().run());
        pending.removeIf(shift -> shift.after() <= 0);
    }

    synchronized void clear() {
        pending.clear();
    }
}
