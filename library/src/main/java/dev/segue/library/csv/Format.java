package dev.segue.library.csv;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/// The kinds of export that can be read, by the short names of their exporters' history. To read another: a constant
/// here, its labels in [Column], and what only the content of a file can tell in [Dialect].
enum Format {
    /// exportify.net since May 2025; its dialects are `P25b` and `P25`
    P25(header -> header.has("track uri", "explicit", "record label") && header.hasInRow("track name", "album name")),
    /// exportify.app since December 2022, whatever optional columns were ticked
    W22(header -> header.has("track uri", "track name", "artist uri(s)", "artist name(s)", "isrc"));

    private final Predicate<Header> known;

    Format(Predicate<Header> known) {
        this.known = known;
    }

    /// The kind that has such a header.
    static Optional<Format> of(Header header) {
        return Arrays.stream(values())
                .filter(format -> format.known.test(header))
                .findFirst();
    }

    /// Whether this exporter writes `undefined` for what it does not know.
    boolean writesUndefined() {
        return this == P25;
    }
}
