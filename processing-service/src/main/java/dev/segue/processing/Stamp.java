package dev.segue.processing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What tells a file from another that had its name before. Immutable.
///
/// @param size    in bytes
/// @param changed when it was written last, in seconds: no disk tells less
public record Stamp(long size, Instant changed) {

    public Stamp {
        changed = changed.truncatedTo(ChronoUnit.SECONDS);
    }
}
