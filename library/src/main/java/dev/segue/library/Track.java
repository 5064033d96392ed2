package dev.segue.library;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One recording as a source knows it: what all who know it together could say. Immutable.
///
/// @param id          its name
/// @param title       as displayed; absent only when a track is known by nothing but its id
/// @param artists     in the order of the source; empty when unknown
/// @param album       its title
/// @param duration    length of the recording, to the millisecond
/// @param releaseDate with its precision; nothing invented
/// @param isrc        International Standard Recording Code, upper case
/// @param explicit    whether marked so
/// @param popularity  0 to 100, Spotify's; changes weekly and is never a difference
/// @param label       record label
/// @param genres      of its artists; empty when unknown
/// @param link        its page at the source
/// @param addedAt     when the person liked it, or put it into a playlist
/// @param features    how it sounds
public record Track(
        TrackId id,
        Optional<String> title,
        List<String> artists,
        Optional<String> album,
        Optional<Duration> duration,
        Optional<ReleaseDate> releaseDate,
        Optional<String> isrc,
        Optional<Boolean> explicit,
        Optional<Integer> popularity,
        Optional<String> label,
        List<String> genres,
        Optional<String> link,
        Optional<Instant> addedAt,
        Optional<AudioFeatures> features) {

    public Track {
        artists = List.copyOf(artists);
        genres = List.copyOf(genres);
    }

    /// A track of which only the id is known.
    public static Track unknown(TrackId id) {
        return new Track(
                id,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                id.link(),
                Optional.empty(),
                Optional.empty());
    }

    /// This track, and where a field is absent, that of `other`, which must be the same recording at the same source.
    public Track filledFrom(Track other) {
        return new Track(
                id,
                pick(other, Track::title),
                artists.isEmpty() ? other.artists : artists,
                pick(other, Track::album),
                pick(other, Track::duration),
                pick(other, Track::releaseDate),
                pick(other, Track::isrc),
                pick(other, Track::explicit),
                pick(other, Track::popularity),
                pick(other, Track::label),
                genres.isEmpty() ? other.genres : genres,
                pick(other, Track::link),
                pick(other, Track::addedAt),
                features.flatMap(mine ->
                                Optional.of(other.features.map(mine::filledFrom).orElse(mine)))
                        .or(() -> other.features));
    }

    /// This track as it stands in a list: added when `entry`, its row there, says.
    public Track addedAs(Track entry) {
        return new Track(
                id,
                title,
                artists,
                album,
                duration,
                releaseDate,
                isrc,
                explicit,
                popularity,
                label,
                genres,
                link,
                entry.addedAt,
                features);
    }

    private <T> Optional<T> pick(Track other, Function<Track, Optional<T>> field) {
        return field.apply(this).or(() -> field.apply(other));
    }
}
