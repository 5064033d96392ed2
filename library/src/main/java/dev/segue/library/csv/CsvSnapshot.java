package dev.segue.library.csv;

import dev.segue.library.Track;
import java.time.Instant;
import java.util.List;

/// A playlist as one export has it. Nothing of its tracks is in memory: they are read again when they are asked for.
/// Immutable, but the file may change or go.
///
/// ```java
/// List<CsvSnapshot> history = library.snapshots("Liked Songs");
/// List<Track> then = history.getFirst().tracks();
/// ```
public final class CsvSnapshot {

    private final Source source;
    private final ListName list;
    private final Instant exportedAt;

    CsvSnapshot(Source source, ListName list, Instant exportedAt) {
        this.source = source;
        this.list = list;
        this.exportedAt = exportedAt;
    }

    /// The playlist's name, as in [CsvLibrary#playlistNames()].
    public String playlist() {
        return list.name();
    }

    /// The file that has it, as in [CsvFile#file()].
    public String file() {
        return source.file();
    }

    /// When it was exported.
    public Instant exportedAt() {
        return exportedAt;
    }

    /// Its tracks in order of the playlist, as this one export describes them; one may stand there twice. Reads the
    /// file again on every call.
    ///
    /// @throws BackupUnreadableException if the file is gone, can no longer be read, or no longer has the playlist
    public List<Track> tracks() {
        ReadFile now = new FileReading(source)
                .read()
                .filter(ReadFile::isReadable)
                .orElseThrow(() -> gone("can no longer be read"));
        return now.lists().stream()
                .filter(read -> read.list().equals(list))
                .findFirst()
                .orElseThrow(() -> gone("no longer has the playlist \"" + list.name() + '"'))
                .kept()
                .stream()
                .map(ReadList.Kept::track)
                .toList();
    }

    private BackupUnreadableException gone(String why) {
        return new BackupUnreadableException(source.file() + ' ' + why);
    }

    @Override
    public String toString() {
        return list.name() + " in " + source.file() + " of " + exportedAt;
    }
}
