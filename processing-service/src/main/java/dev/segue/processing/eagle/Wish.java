package dev.segue.processing.eagle;

import dev.segue.library.Track;
import dev.segue.library.fact.TrackSynced;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A file that shall come to Eagle. Immutable.
///
/// @param playlists that the track is in, each a folder there
/// @param file      in the output folder
/// @param asked     when Eagle was asked for it last
/// @param times     how often
/// @param item      if it is there
record Wish(
        Track track, List<String> playlists, String file, Optional<Instant> asked, int times, Optional<String> item) {

    Wish {
        playlists = List.copyOf(playlists);
    }

    static Wish of(TrackSynced synced, Path file) {
        return new Wish(synced.track(), playlists(synced), file.toString(), Optional.empty(), 0, Optional.empty());
    }

    private static List<String> playlists(TrackSynced synced) {
        return synced.playlists().stream()
                .map(place -> place.playlist())
                .distinct()
                .sorted()
                .toList();
    }

    /// As if never asked for, but for when: an item may still be on its way.
    Wish anew() {
        return new Wish(track, playlists, file, asked, 0, item);
    }

    Wish asked(Instant at) {
        return new Wish(track, playlists, file, Optional.of(at), times + 1, item);
    }

    Wish granted(String id) {
        return new Wish(track, playlists, file, asked, times, Optional.of(id));
    }
}
