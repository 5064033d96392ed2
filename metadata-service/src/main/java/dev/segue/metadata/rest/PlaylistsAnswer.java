package dev.segue.metadata.rest;

import dev.segue.library.history.Snapshot;
import dev.segue.metadata.PlaylistHistory.Observed;
import dev.segue.metadata.PlaylistHistory.Playlist;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All playlists, the liked songs first.
record PlaylistsAnswer(List<Listed> playlists) {

    /// @param name      as its export is called
    /// @param tracks    entries in its newest state
    /// @param snapshots oldest first
    /// @param observed  what the API showed last; absent if it never did
    record Listed(String name, int tracks, List<Taken> snapshots, Optional<Observed> observed) {}

    /// @param source the file, or `observed`
    record Taken(Instant takenAt, String source) {}

    static PlaylistsAnswer of(List<Playlist> playlists) {
        return new PlaylistsAnswer(
                playlists.stream().map(PlaylistsAnswer::listed).toList());
    }

    private static Listed listed(Playlist playlist) {
        return new Listed(
                playlist.name(),
                playlist.tracks(),
                playlist.timeline().snapshots().stream()
                        .map(PlaylistsAnswer::taken)
                        .toList(),
                playlist.observed());
    }

    private static Taken taken(Snapshot snapshot) {
        return new Taken(snapshot.takenAt(), snapshot.source());
    }
}
