package dev.segue.library.fact;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The catalogue shows a track as it is described.
///
/// @param page        how the catalogue calls it: a page id, or a row's primary key
/// @param outcome     what that took
/// @param playlists   every place it has in a playlist
/// @param duplicateOf the track that is the same recording and stands for both
public record TrackSynced(
        Track track, String page, Outcome outcome, List<Placement> playlists, Optional<TrackId> duplicateOf, Instant at)
        implements Fact {

    public TrackSynced {
        playlists = List.copyOf(playlists);
    }

    /// What was done in the catalogue.
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    @Override
    public String key() {
        return track.id().toString();
    }
}
