package dev.segue.processing;

import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import java.util.Optional;

/// All tracks that the catalogue shows. Thread-safe.
public interface SyncedTracks {

    /// What was said last about a track; empty if nobody knows it.
    Optional<TrackSynced> find(TrackId id);
}
