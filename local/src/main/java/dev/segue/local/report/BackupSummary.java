package dev.segue.local.report;

import dev.segue.library.csv.CsvFile;
import dev.segue.library.csv.CsvLibrary;
import java.util.List;

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

    /// Files that could not be read at all, or not to their end.
    public List<CsvFile> damaged() {
        return files.stream()
                .filter(file -> file.unreadable().isPresent() || file.truncated())
                .toList();
    }
}
