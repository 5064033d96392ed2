package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/// What Spotify gives this app. Immutable.
///
/// The numbers are not published; the defaults are what people have seen (a little over 1,000 calls a day in
/// development mode, ten a second for half a minute).
///
/// @param development      a new app: no batches, no audio features, nobody else's playlists
/// @param perThirtySeconds calls in any 30 seconds; empty: any number
/// @param perDay           calls in any 24 hours; empty: any number
/// @param refusal          status with which a batch is refused in development mode
record Mode(boolean development, OptionalInt perThirtySeconds, OptionalInt perDay, int refusal) {

    private static final OptionalInt SHORT = OptionalInt.of(300);
    private static final int FORBIDDEN = 403;

    static Mode ofNewApp() {
        return new Mode(true, SHORT, OptionalInt.of(1_000), FORBIDDEN);
    }

    static Mode ofOldApp() {
        return new Mode(false, SHORT, OptionalInt.empty(), FORBIDDEN);
    }

    /// This mode with what `json` says; a mode that is named brings its own numbers.
    ///
    /// @throws IllegalArgumentException if it says something else
    Mode with(JsonNode json) {
        Mode base = switch (json.path("mode").asText("")) {
            case "development" -> ofNewApp();
            case "extended" -> ofOldApp();
            case "" -> this;
            default -> throw new IllegalArgumentException("mode is development or extended");
        };
        return new Mode(
                base.development,
                limit(json, "perThirtySeconds", base.perThirtySeconds),
                limit(json, "perDay", base.perDay),
                json.path("refusal").asInt(base.refusal));
    }

    private static OptionalInt limit(JsonNode json, String name, OptionalInt otherwise) {
        if (!json.has(name)) {
            return otherwise;
        }
        if (json.get(name).isNull()) {
            return OptionalInt.empty();
        }
        if (!json.get(name).canConvertToInt() || json.get(name).asInt() < 0) {
            throw new IllegalArgumentException(name + " is a number of calls, or null for any number");
        }
        return OptionalInt.of(json.get(name).asInt());
    }
}
