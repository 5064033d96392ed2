package dev.segue.processing;

import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import java.util.Optional;
import java.util.function.Consumer;

/// All tracks that the catalogue shows. Thread-safe.
public interface SyncedTracks {

    /// What was said last about a track; empty if nobody knows it.
    Optional<TrackSynced> find(TrackId id);

    /// Shows all that was said; of a track the last counts.
    void each(Consumer<TrackSynced> watcher);
}
