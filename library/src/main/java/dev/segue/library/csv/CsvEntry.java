package dev.segue.library.csv;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the CSV library knows of one track, all files merged. Immutable.
///
/// @param exportedAt time of the newest export that has it
/// @param liked      whether it is among the liked songs
/// @param placements its places in playlists, liked songs excepted
public record CsvEntry(Track track, Instant exportedAt, boolean liked, List<Placement> placements) {

    public CsvEntry {
        placements = List.copyOf(placements);
    }

    /// How old at `now` the export is that says this; never negative.
    public Duration age(Instant now) {
        return exportedAt.isAfter(now) ? Duration.ZERO : Duration.between(exportedAt, now);
    }
}
