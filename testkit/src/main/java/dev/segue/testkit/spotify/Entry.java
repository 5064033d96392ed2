package dev.segue.testkit.spotify;

import dev.segue.library.Track;
import java.time.Instant;
import java.util.Optional;

/// One line of a list. Immutable.
///
/// @param addedAt unknown in very old playlists
record Entry(Optional<Instant> addedAt, Item item) {

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
