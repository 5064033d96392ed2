package dev.segue.library.history;

import dev.segue.library.AudioFeatures;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tracks and snapshots made for one test. A track is named by a letter.
final class Playlists {

    private Playlists() {}

    static TrackId id(char letter) {
        return TrackId.spotify(String.valueOf(letter).repeat(22));
    }

    /// A snapshot of 2026 whose tracks are the letters of `tracks`.
    static Snapshot snapshot(String day, String tracks) {
        return snapshot(
                day, tracks.chars().mapToObj(letter -> track((char) letter)).toList());
    }

    static Snapshot snapshot(String day, List<Track> tracks) {
        return Snapshot.of("Mix", Instant.parse("2026-" + day + "T12:00:00Z"), day + "/Mix.csv", tracks);
    }

    static Track track(char letter) {
        Track nothing = Track.unknown(id(letter));
        return new Track(
                nothing.id(),
                Optional.of("Song " + letter),
                List.of("Artist " + letter),
                nothing.album(),
                nothing.duration(),
                nothing.releaseDate(),
                nothing.isrc(),
                nothing.explicit(),
                nothing.popularity(),
                nothing.label(),
                nothing.genres(),
                nothing.link(),
                nothing.addedAt(),
                nothing.features());
    }

    static Track full(char letter, String artist, String added, String released, double tempo, String... genres) {
        Track plain = track(letter);
        return new Track(
                plain.id(),
                plain.title(),
                List.of(artist),
                plain.album(),
                plain.duration(),
                Optional.of(ReleaseDate.of(released)),
                plain.isrc(),
                plain.explicit(),
                plain.popularity(),
                plain.label(),
                List.of(genres),
                plain.link(),
                Optional.of(Instant.parse(added)),
                Optional.of(features(tempo)));
    }

    private static AudioFeatures features(double tempo) {
        return new AudioFeatures(
                Optional.of(tempo),
                Optional.empty(),
                Optional.empty(),
                Optional.of(tempo / 200),
                Optional.of(0.5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
