package dev.segue.library.csv;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.util.List;

/// A playlist, or the liked songs, as one file has it.
record ReadList(ListName list, StoredTracks tracks) {

    /// A row that is a track.
    ///
    /// @param row 1 for the first row of the list, whatever the rows are
    record Kept(int row, Track track) {}

    String name() {
        return list.name();
    }

    boolean isLiked() {
        return list.liked();
    }

    List<Kept> kept() {
        return tracks.rows();
    }

    List<TrackId> ids() {
        return tracks.ids();
    }
}
