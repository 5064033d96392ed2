package dev.segue.library.csv;

import dev.segue.library.Track;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One file after reading: what became of it, and its tracks.
///
/// @param name       the file's name without `.csv`, in NFC
/// @param isLiked    whether that is what exporters call the liked songs
/// @param exportedAt as in `file`; of an unreadable one it does not matter
record ReadFile(CsvFile file, String name, boolean isLiked, Instant exportedAt, List<Kept> kept) {

    private static final Set<String> LIKED = Set.of("liked_songs", "liked");

    /// A row that is a track.
    ///
    /// @param row 1 for the first row under the header, whatever the rows are
    record Kept(int row, Track track) {}

    ReadFile(CsvFile file, Instant exportedAt, List<Kept> kept) {
        this(file, nameOf(file.file()), isLiked(file), exportedAt, kept);
    }

    private static String nameOf(String file) {
        String name = Normalizer.normalize(file, Normalizer.Form.NFC);
        return name.substring(0, name.length() - ".csv".length());
    }

    private static boolean isLiked(CsvFile file) {
        return LIKED.contains(nameOf(file.file()).toLowerCase(Locale.ROOT));
    }

    boolean isReadable() {
        return file.unreadable().isEmpty();
    }

    CsvPlaylist playlist() {
        return new CsvPlaylist(
                name(), kept.stream().map(row -> row.track().id()).toList());
    }
}
