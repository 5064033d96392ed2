package dev.segue.processing;

import dev.segue.library.AudioFeatures;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import java.util.List;
import java.util.Optional;

/// What a delivered file says of itself; `docs/audio.md` has the field for each in each format. Immutable.
///
/// @param tempo whole beats a minute
/// @param id    the track's, such as `spotify:4uLU6hMCjMI75M1A2tKUQC`
/// @param link  its page at the source
public record Tags(
        Optional<String> title,
        List<String> artists,
        Optional<String> album,
        Optional<ReleaseDate> date,
        List<String> genres,
        Optional<String> label,
        Optional<String> isrc,
        Optional<Integer> tempo,
        Optional<MusicalKey> key,
        String id,
        Optional<String> link) {

    public Tags {
        artists = List.copyOf(artists);
        genres = List.copyOf(genres);
    }

    /// Of a track.
    public static Tags of(Track track) {
        return new Tags(
                track.title(),
                track.artists(),
                track.album(),
                track.releaseDate(),
                track.genres(),
                track.label(),
                track.isrc(),
                track.features()
                        .flatMap(AudioFeatures::tempo)
                        .map(beats -> (int) Math.round(beats))
                        .filter(beats -> beats > 0),
                track.features().flatMap(MusicalKey::of),
                track.id().toString(),
                track.link());
    }
}
