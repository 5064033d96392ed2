package dev.segue.metadata;

import dev.segue.library.fact.Lookup;
import java.time.Duration;

/// How the library answers for a track.
public sealed interface Resolution {

    /// The CSV library has it and is fresh enough, or the API has refreshed it since.
    record Hit(Description description) implements Resolution {}

    /// The CSV library has it, from an export that is `age` old.
    record Stale(Description description, Duration age) implements Resolution {}

    /// The CSV library lacks it; the API was asked before and said this. It is not asked again.
    record Fetched(Description description) implements Resolution {}

    /// Nobody knows it yet.
    record Miss() implements Resolution {}

    /// The same in the word that facts and reports use.
    default Lookup lookup() {
        return switch (this) {
            case Hit _ -> Lookup.HIT;
            case Stale _ -> Lookup.STALE;
            case Fetched _, Miss _ -> Lookup.MISS;
        };
    }
}
