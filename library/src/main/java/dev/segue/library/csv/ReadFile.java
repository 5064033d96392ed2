package dev.segue.library.csv;

import java.time.Instant;
import java.util.List;

/// One file after reading: what became of it, and its lists.
///
/// @param source     where it lies
/// @param exportedAt as in `file`; of an unreadable one it does not matter
record ReadFile(Source source, CsvFile file, Instant exportedAt, List<ReadList> lists) {

    private static final String STAYS = "this is what it was before; now it cannot be read: ";

    static ReadFile unreadable(Source source, String why) {
        return new ReadFile(source, CsvFile.unreadable(source.file(), why), source.modified(), List.of());
    }

    boolean isReadable() {
        return file.unreadable().isEmpty();
    }

    /// Whether the liked songs are in it.
    boolean isLiked() {
        return lists.stream().anyMatch(ReadList::isLiked);
    }

    /// This file, which stays in place of what has become of it.
    ReadFile staysBecause(CsvFile broken) {
        String why = broken.unreadable().orElse("its end is missing");
        return new ReadFile(source, file.warned(STAYS, why), exportedAt, lists);
    }
}
