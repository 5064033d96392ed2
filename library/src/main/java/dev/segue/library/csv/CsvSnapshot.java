package dev.segue.library.csv;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A playlist as one export has it, or several that count together. Immutable: it stays as it was read, whatever
/// becomes of the file.
///
/// ```java
/// List<CsvSnapshot> history = library.snapshots("Liked Songs");
/// List<Track> then = history.getFirst().tracks();
/// ```
public final class CsvSnapshot {

    private final String file;
    private final Instant exportedAt;
    private final List<ReadList> lists;

    /// @param file  the newest of those that have it
    /// @param lists what they have, in order; at least one
    CsvSnapshot(String file, Instant exportedAt, List<ReadList> lists) {
        this.file = file;
        this.exportedAt = exportedAt;
        this.lists = List.copyOf(lists);
    }

    /// The playlist's name, as in [CsvLibrary#playlistNames()].
    public String playlist() {
        return lists.getFirst().name();
    }

    /// The file that has it, as in [CsvFile#file()]; of several the newest.
    public String file() {
        return file;
    }

    /// When it was exported.
    public Instant exportedAt() {
        return exportedAt;
    }

    /// Its tracks in order of the playlist, as this export describes them; one may stand there twice. Of several that
    /// count together, all tracks of one export and then of the next, each once. Makes them anew on every call.
    public List<Track> tracks() {
        if (lists.size() == 1) {
            return tracks(lists.getFirst());
        }
        Map<TrackId, Track> all = new LinkedHashMap<>();
        for (ReadList list : lists) {
            tracks(list).forEach(track -> all.merge(track.id(), track, Track::filledFrom));
        }
        return List.copyOf(all.values());
    }

    private static List<Track> tracks(ReadList list) {
        return list.kept().stream().map(ReadList.Kept::track).toList();
    }

    @Override
    public String toString() {
        return playlist() + " in " + file + " of " + exportedAt;
    }
}
