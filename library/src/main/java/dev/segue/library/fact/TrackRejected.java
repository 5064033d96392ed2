package dev.segue.library.fact;

import dev.segue.library.TrackId;
import java.time.Instant;

/// A track went no further, for a reason that was expected. All reasons are in `docs/events.md`.
///
/// @param stage  who rejected it
/// @param detail for people: what exactly was wrong
public record TrackRejected(TrackId id, Stage stage, Reason reason, String detail, Instant at) implements Fact {

    /// The service that rejected the track.
    public enum Stage {
        DETECTION,
        METADATA,
        SYNC,
        PROCESSING
    }

    /// Why.
    public enum Reason {
        /// neither the CSV library nor the API knows it, and it came without a hint
        NOT_FOUND,
        /// the catalogue will not hold it as it is
        NOT_STORABLE,
        /// its audio file could not be read or written
        FILE_UNUSABLE
    }

    @Override
    public String key() {
        return id.toString();
    }
}
