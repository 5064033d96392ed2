package dev.segue.processing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /// Whether it is still that of `file`.
    boolean isOf(Path file) {
        try {
            return equals(
                    new Stamp(Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException gone) {
            return false;
        }
    }
}
