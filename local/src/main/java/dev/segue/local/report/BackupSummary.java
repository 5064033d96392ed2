package dev.segue.local.report;

import dev.segue.library.csv.CsvFile;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.local.text.Plain;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a backup holds. Immutable.
///
/// @param files  all of them, in order
/// @param lists  playlists in it, the liked songs included
/// @param tracks distinct ones
public record BackupSummary(List<CsvFile> files, int lists, int tracks) {

    public BackupSummary {
        files = List.copyOf(files);
    }

    public static BackupSummary of(CsvLibrary library) {
        int lists = library.playlists().size() + (library.liked().isPresent() ? 1 : 0);
        return new BackupSummary(library.files(), lists, library.size());
    }

    public int rows() {
        return files.stream().mapToInt(CsvFile::rows).sum();
    }

    public int badRows() {
        return files.stream().mapToInt(file -> file.bad().size()).sum();
    }

    /// Why nothing of the backup at `path` can be used; empty if something can.
    public Optional<String> nothingReadable(Path path) {
        int others = files.size() - 1;
        return files.stream().anyMatch(file -> file.unreadable().isEmpty())
                ? Optional.empty()
                : Optional.of("nothing in " + path + " can be read: "
                        + files.stream().limit(1).map(BackupSummary::damage).collect(Collectors.joining())
                        + (others < 1 ? "" : ", and so it is with " + others + " more"));
    }

    /// A line about each file that is damaged.
    public List<String> complaints() {
        return damaged().stream().map(BackupSummary::damage).toList();
    }

    private static String damage(CsvFile file) {
        return Plain.line(file.file())
                + file.unreadable()
                        .map(why -> " cannot be read: " + Plain.line(why))
                        .orElse(": its end is missing, the last row is cut off; the rest is used");
    }

    /// Files that could not be read at all, or not to their end.
    public List<CsvFile> damaged() {
        return files.stream()
                .filter(file -> file.unreadable().isPresent() || file.truncated())
                .toList();
    }
}
