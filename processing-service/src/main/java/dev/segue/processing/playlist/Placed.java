package dev.segue.processing.playlist;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A track with audio, and its places in playlists. Immutable.
///
/// @param places  none: it has left them all
/// @param instead the track whose file stands at its places, if it is not its own
/// @param caption what a player shows
/// @param seconds its length, if it is known
record Placed(
        TrackId track, List<Placement> places, Optional<TrackId> instead, String caption, Optional<Long> seconds) {

    Placed {
        places = List.copyOf(places);
    }

    static Placed of(TrackSynced synced, Optional<TrackId> instead) {
        Track track = synced.track();
        String title = track.title().orElse(track.id().key());
        String artists = String.join(", ", track.artists());
        return new Placed(
                track.id(),
                synced.playlists(),
                instead,
                artists.isEmpty() ? title : artists + " - " + title,
                track.duration().map(Duration::toSeconds));
    }

    /// Nowhere.
    static Placed nowhere(TrackId track) {
        return new Placed(track, List.of(), Optional.empty(), "", Optional.empty());
    }

    /// The track whose file it is.
    TrackId owner() {
        return instead.orElse(track);
    }

    Set<String> playlists() {
        return places.stream().map(Placement::playlist).collect(Collectors.toSet());
    }
}
