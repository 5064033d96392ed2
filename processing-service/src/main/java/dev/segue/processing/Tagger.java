package dev.segue.processing;

import java.nio.file.Path;

/// Writes what a file is into the file. Thread-safe.
public interface Tagger {

    /// Replaces all tags of `file`.
    ///
    /// @param from the file whose cover is kept, if it has one
    /// @throws FileUnusable if the file takes no tags
    void tag(Path file, Tags tags, Path from) throws FileUnusable;
}
