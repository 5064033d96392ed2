package dev.segue.metadata;

import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// How a playlist looked when the API showed it. Immutable.
///
/// @param playlist   its name then
/// @param playlistId its id at the source
/// @param snapshotId the source's name for this state of it
/// @param reading    gives the tracks in order
record Observation(Instant at, String playlist, String playlistId, String snapshotId, Supplier<List<TrackId>> reading) {

    List<TrackId> tracks() {
        return reading.get();
    }
}
