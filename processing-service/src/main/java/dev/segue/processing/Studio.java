package dev.segue.processing;

import java.nio.file.Path;

/// Hears and converts audio. Thread-safe.
public interface Studio {

    /// Whether it can: otherwise files go on as they are, unheard, or not at all.
    boolean open();

    /// Whether what it makes sounds as its source does; otherwise it is made louder or quieter.
    default boolean faithful() {
        return true;
    }

    /// Reads the header of `file`.
    ///
    /// @throws FileUnusable if there is no audio in it
    Take.Sound look(Path file) throws FileUnusable;

    /// Decodes all of `file`.
    ///
    /// @throws FileUnusable if there is no audio in it, or it takes too long
    Take hear(Path file) throws FileUnusable;

    /// Converts `source`, with the bit depth that it has and without tags, into the new file `target`.
    ///
    /// @return what was heard of the source on the way
    /// @throws FileUnusable     if there is no audio in it, or it takes too long
    /// @throws ShelfUnavailable if the disk is full
    Take convert(Path source, TargetFormat format, Path target) throws FileUnusable;
}
