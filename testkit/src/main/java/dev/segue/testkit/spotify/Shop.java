package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.Track;
import java.util.List;
import java.util.Optional;

/// Which tracks belong together: whoever knows one track of an album knows all of it. Thread-safe.
final class Shop {

    private final Holdings holdings;

    Shop(Holdings holdings) {
        this.holdings = holdings;
    }

    /// `track` as the web API shows it.
    ObjectNode song(Look look, Track track) {
        return Songs.full(look, track, albumTracks(Albums.id(track)));
    }

    /// All tracks of an album; none if there is no such album.
    List<Track> albumTracks(String id) {
        return holdings.album(id);
    }

    List<Track> artistTracks(String id) {
        return holdings.tracks().stream()
                .filter(track -> Artists.of(track).stream()
                        .anyMatch(name -> Artists.id(name).equals(id)))
                .toList();
    }

    /// The artist with that id among those of `tracks`.
    Optional<String> artistName(List<Track> tracks, String id) {
        return tracks.stream()
                .flatMap(track -> Artists.of(track).stream())
                .filter(name -> Artists.id(name).equals(id))
                .findFirst();
    }
}
