package dev.segue.library.csv;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.util.List;

/// A playlist, or the liked songs, as one file has it.
record ReadList(ListName list, List<Kept> kept) {

    /// A row that is a track.
    ///
    /// @param row 1 for the first row of the list, whatever the rows are
    record Kept(int row, Track track) {}

    ReadList {
        kept = List.copyOf(kept);
    }

    String name() {
        return list.name();
    }

    boolean isLiked() {
        return list.liked();
    }

    List<TrackId> ids() {
        return kept.stream().map(row -> row.track().id()).toList();
    }
}
