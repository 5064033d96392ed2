package dev.segue.metadata;

import dev.segue.library.TrackId;
import dev.segue.library.fact.PlaylistObserved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A playlist as the API showed it last, track by track. Immutable.
///
/// @param name      what its owner calls it now
/// @param names     all that its owner ever called it
/// @param positions of each track in it, from 1, in order
record ShownPlaylist(String id, String name, Set<String> names, Instant at, Map<TrackId, List<Integer>> positions) {

    /// What is shown now, of a playlist that was shown `before`, if it was.
    static ShownPlaylist of(PlaylistObserved observed, Optional<ShownPlaylist> before) {
        Set<String> names = new HashSet<>(before.map(ShownPlaylist::names).orElse(Set.of()));
        names.add(observed.playlist());
        return new ShownPlaylist(
                observed.playlistId(), observed.playlist(), names, observed.at(), positions(observed.tracks()));
    }

    /// Where each of `tracks` stands, from 1.
    static Map<TrackId, List<Integer>> positions(List<TrackId> tracks) {
        var positions = new HashMap<TrackId, List<Integer>>();
        for (int at = 0; at < tracks.size(); at++) {
            positions.computeIfAbsent(tracks.get(at), _ -> new ArrayList<>(1)).add(at + 1);
        }
        return positions;
    }

    boolean isLikedSongs() {
        return id.equals(PlaylistObserved.LIKED_SONGS);
    }
}
