package dev.segue.testkit.spotify;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.testkit.standin.CsvExport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One line of a list. Immutable.
///
/// @param addedAt unknown in very old playlists
record Entry(Optional<Instant> addedAt, Item item) {

    /// The lines of an exported list.
    static List<Entry> of(CsvExport export) {
        return export.tracks().stream()
                .map(track -> new Entry(track.addedAt(), item(track, export)))
                .toList();
    }

    private static Item item(Track track, CsvExport export) {
        return track.id().source() == TrackId.Source.SPOTIFY
                ? new Item.Song(track.id().key())
                : new Item.LocalFile(export.localUris().getOrDefault(track.id(), "spotify:local:::unknown:0"), track);
    }

    /// What stands there.
    sealed interface Item {

        /// A track that Spotify knows, by its bare id.
        record Song(String id) implements Item {}

        /// A file on the person's disk.
        record LocalFile(String uri, Track track) implements Item {}

        /// Of a podcast.
        record Episode(String id) implements Item {}

        /// A track that Spotify no longer has: `null`.
        record Removed() implements Item {}
    }
}
