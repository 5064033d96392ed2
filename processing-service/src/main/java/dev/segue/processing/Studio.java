package dev.segue.processing;

import java.nio.file.Path;

/// Hears and converts audio. Thread-safe.
public interface Studio {

    /// Samples as deep as they can be.
    int ANY_DEPTH = 32;

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
    /// @param bits of its samples of which a checksum is wanted; 0: none is
    /// @throws FileUnusable if there is no audio in it, or it takes too long
    Take hear(Path file, int bits) throws FileUnusable;

    /// The same, with a checksum of samples of any depth.
    default Take hear(Path file) throws FileUnusable {
        return hear(file, ANY_DEPTH);
    }

    /// A checksum of the coded audio in `file`, as it is stored: of everything but its tags.
    ///
    /// @throws FileUnusable if there is no audio in it, or it takes too long
    String stored(Path file) throws FileUnusable;

    /// Converts `source`, with the bit depth that it has and without tags, into the new file `target`.
    ///
    /// @param sound what the header of `source` says
    /// @return what was heard of the source on the way
    /// @throws FileUnusable     if there is no audio in it, or it takes too long
    /// @throws ShelfUnavailable if the disk is full
    Take convert(Path source, Take.Sound sound, TargetFormat format, Path target) throws FileUnusable;

    /// The same, looking at the header first.
    default Take convert(Path source, TargetFormat format, Path target) throws FileUnusable {
        return convert(source, look(source), format, target);
    }
}
