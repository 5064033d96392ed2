package dev.segue.library;

import java.util.List;
import java.util.Optional;

/// What a source itself said about a track when it was seen: enough to go on with when nothing else is known.
/// Immutable.
public record Hint(Optional<String> title, List<String> artists, Optional<String> link) {

    public Hint {
        artists = List.copyOf(artists);
    }

    public static Hint of(Track track) {
        return new Hint(track.title(), track.artists(), track.link());
    }

    /// The little that is known of `id` from its name alone.
    public static Hint of(TrackId id) {
        return new Hint(Optional.empty(), List.of(), id.link());
    }

    /// The partial track that this hint amounts to.
    public Track describe(TrackId id) {
        Track nothing = Track.unknown(id);
        return new Track(
                id,
                title,
                artists,
                nothing.album(),
                nothing.duration(),
                nothing.releaseDate(),
                nothing.isrc(),
                nothing.explicit(),
                nothing.popularity(),
                nothing.label(),
                nothing.genres(),
                link.or(nothing::link),
                nothing.addedAt(),
                nothing.features());
    }
}
