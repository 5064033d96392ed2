package dev.segue.metadata;

import dev.segue.library.TrackId;
import dev.segue.library.fact.PlaylistObserved;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// What the API ever showed of playlists: the topic `playlist-observed` is their history, and this service holds all of
/// it. Thread-safe. An observation that comes twice, or late, is passed over.
@ApplicationScoped
public class Observations {

    private final Map<String, ObservedPlaylist> playlists = new ConcurrentHashMap<>();
    private final Map<TrackId, TrackId> ids = new ConcurrentHashMap<>();

    /// Remembers how a playlist looked.
    public void learn(PlaylistObserved observed) {
        playlists
                .computeIfAbsent(observed.playlist(), ObservedPlaylist::new)
                .learn(
                        observed,
                        id -> Optional.ofNullable(ids.putIfAbsent(id, id)).orElse(id));
    }

    /// The names of all that were observed.
    Set<String> playlists() {
        return new TreeSet<>(playlists.keySet());
    }

    /// How `playlist` looked each time, oldest first.
    List<Observation> of(String playlist) {
        return Optional.ofNullable(playlists.get(playlist))
                .map(ObservedPlaylist::observations)
                .orElse(List.of());
    }

    /// How the same playlist looked the last time before `observed`, whatever it was called then.
    Optional<Observation> before(PlaylistObserved observed) {
        return playlists.values().stream()
                .flatMap(playlist -> playlist.observations().stream())
                .filter(look -> look.playlistId().equals(observed.playlistId()))
                .filter(look -> look.at().isBefore(observed.at()))
                .max(Comparator.comparing(Observation::at));
    }
}
