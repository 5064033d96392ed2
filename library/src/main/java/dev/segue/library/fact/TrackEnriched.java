package dev.segue.library.fact;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A track is described as well as is possible now.
///
/// @param lookup      how the CSV library answered
/// @param provenance  which side gave what
/// @param complete    false if made from a hint alone: a better one may follow
/// @param liked       whether it is among the liked songs
/// @param playlists   every place it has in a playlist
/// @param duplicateOf the track that is the same recording and stands for both
public record TrackEnriched(
        Track track,
        Lookup lookup,
        Provenance provenance,
        boolean complete,
        boolean liked,
        List<Placement> playlists,
        Optional<TrackId> duplicateOf,
        Instant at)
        implements Fact {

    public TrackEnriched {
        playlists = List.copyOf(playlists);
    }

    @Override
    public String key() {
        return track.id().toString();
    }
}
