package dev.segue.processing;

import dev.segue.library.fact.TrackSynced;

/// The playlists of the person, as files beside the audio. Thread-safe.
public interface Playlists {

    /// The places that a track has now, and what became of its audio.
    ///
    /// @throws ShelfUnavailable if that cannot be remembered now
    void note(TrackSynced synced, Outcome outcome);

    /// There are none.
    static Playlists none() {
        return (_, _) -> {};
    }
}
