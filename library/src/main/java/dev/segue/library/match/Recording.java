package dev.segue.library.match;

import dev.segue.library.Track;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What somebody says of a recording; anything may be missing. Immutable.
///
/// @param id       such as `spotify:4uLU6hMCjMI75M1A2tKUQC`; an id that begins with `spotify:` means that `artists` are
///                 artists, and not whoever uploaded it
/// @param title    as displayed, with all that it says of versions and guests
/// @param artists  in any order; one text may name several
/// @param album    its title
/// @param duration more than zero
/// @param isrc     in any spelling; what is none is ignored
/// @param explicit whether it is marked so; absent if nobody says
public record Recording(
        Optional<String> id,
        Optional<String> title,
        List<String> artists,
        Optional<String> album,
        Optional<Duration> duration,
        Optional<String> isrc,
        Optional<Boolean> explicit) {

    public Recording {
        artists = List.copyOf(artists);
    }

    /// What is known of `track`.
    public static Recording of(Track track) {
        return new Recording(
                Optional.of(track.id().toString()),
                track.title(),
                track.artists(),
                track.album(),
                track.duration(),
                track.isrc(),
                track.explicit());
    }

    /// A recording of which only the names are known.
    public static Recording named(String title, String... artists) {
        return new Recording(
                Optional.empty(),
                Optional.of(title),
                List.of(artists),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The same without its id and ISRC, so that it can be recognised by its name alone.
    public Recording anonymous() {
        return new Recording(Optional.empty(), title, artists, album, duration, Optional.empty(), explicit);
    }
}
