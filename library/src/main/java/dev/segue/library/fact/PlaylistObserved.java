package dev.segue.library.fact;

import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.List;

/// A playlist as the API has it now. Written only on change, so the topic is its history.
///
/// @param playlist   its name: the Kafka key
/// @param playlistId its id at the source
/// @param snapshotId the source's name for this state of it
/// @param tracks     in order; a track may stand there twice
public record PlaylistObserved(String playlist, String playlistId, String snapshotId, List<TrackId> tracks, Instant at)
        implements Fact {

    /// The id of the liked songs, which are observed as a playlist, too.
    public static final String LIKED_SONGS = "liked";

    public PlaylistObserved {
        tracks = List.copyOf(tracks);
    }

    @Override
    public String key() {
        return playlist;
    }
}
