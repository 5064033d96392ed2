package dev.segue.library.fact;

import dev.segue.library.Hint;
import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.Optional;

/// The CSV library lacks a track, or what it has is old. Written only then; hint and playlist are those of the
/// detection.
public record FetchRequested(
        TrackId id, Reason reason, Hint hint, Optional<String> playlist, Optional<Integer> position, Instant at)
        implements Fact {

    /// Why the API is asked.
    public enum Reason {
        MISSING,
        STALE
    }

    @Override
    public String key() {
        return id.toString();
    }
}
