package dev.segue.library.csv;

import dev.segue.library.Track;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tracks that differ from another in one field.
final class Tracks {

    private Tracks() {}

    static Track withArtists(Track track, List<String> artists) {
        return with(track, artists, track.addedAt());
    }

    static Track withAddedAt(Track track, Optional<Instant> addedAt) {
        return with(track, track.artists(), addedAt);
    }

    private static Track with(Track track, List<String> artists, Optional<Instant> addedAt) {
        return new Track(
                track.id(),
                track.title(),
                artists,
                track.album(),
                track.duration(),
                track.releaseDate(),
                track.isrc(),
                track.explicit(),
                track.popularity(),
                track.label(),
                track.genres(),
                track.link(),
                addedAt,
                track.features());
    }
}
