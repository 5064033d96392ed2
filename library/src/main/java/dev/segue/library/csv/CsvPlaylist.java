package dev.segue.library.csv;

import dev.segue.library.TrackId;
import java.util.List;

/// A list of tracks as one file shows it: a playlist, or the liked songs. Immutable.
///
/// @param name   the file's name without `.csv`, in NFC: the only name an export has
/// @param tracks in order of the file; the same track may stand twice
public record CsvPlaylist(String name, List<TrackId> tracks) {

    public CsvPlaylist {
        // a view cannot change, and a million ids would take much memory
        tracks = tracks instanceof StoredTracks.View<TrackId> ? tracks : List.copyOf(tracks);
    }
}
