package dev.segue.processing;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Synced tracks for tests.
public final class Synced {

    private Synced() {}

    /// Track number `n`: *Night Bus* by Mara Lind, 3:20.
    public static TrackSynced track(int n) {
        return fact(track(n, "Night Bus", List.of("Mara Lind"), Duration.ofSeconds(200), Optional.empty()));
    }

    /// Of this track.
    public static TrackSynced fact(Track track) {
        return new TrackSynced(
                track, track.id().toString(), TrackSynced.Outcome.CREATED, List.of(), Optional.empty(), Instant.EPOCH);
    }

    /// That the same recording is `other`.
    public static TrackSynced duplicate(Track track, TrackId other) {
        return new TrackSynced(
                track,
                track.id().toString(),
                TrackSynced.Outcome.CREATED,
                List.of(),
                Optional.of(other),
                Instant.EPOCH);
    }

    /// The same with places in playlists.
    public static TrackSynced in(TrackSynced synced, Placement... places) {
        return new TrackSynced(
                synced.track(), synced.page(), synced.outcome(), List.of(places), synced.duplicateOf(), synced.at());
    }

    /// The id of track number `n`.
    public static TrackId id(int n) {
        return TrackId.spotify("%022d".formatted(n));
    }

    /// A track with these names.
    public static Track track(int n, String title, List<String> artists, Duration length, Optional<String> isrc) {
        Track nothing = Track.unknown(id(n));
        return new Track(
                id(n),
                Optional.of(title),
                artists,
                nothing.album(),
                Optional.of(length),
                nothing.releaseDate(),
                isrc,
                nothing.explicit(),
                nothing.popularity(),
                nothing.label(),
                nothing.genres(),
                nothing.link(),
                nothing.addedAt(),
                nothing.features());
    }
}
