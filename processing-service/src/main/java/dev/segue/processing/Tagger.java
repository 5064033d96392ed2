package dev.segue.processing;

import java.nio.file.Path;

/// Writes what a file is into the file. Thread-safe.
public interface Tagger {

    /// Replaces all tags of `file`.
    ///
    /// @param from the file whose cover is kept, if it has one
    /// @return whether all of them can be read back
    /// @throws FileUnusable     if the file takes no tags
    /// @throws ShelfUnavailable if the disk is full
    boolean tag(Path file, Tags tags, Path from) throws FileUnusable;
}
