package dev.segue.detection;

import dev.segue.library.csv.CsvPlaylist;
import java.util.Optional;

/// What the API is asked for the sake of a detection. Immutable.
public sealed interface Question {

    /// The liked songs.
    ///
    /// @param limit at most so many are detected
    record Liked(int limit) implements Question {}

    /// One playlist.
    ///
    /// @param asked    as the person named it
    /// @param exported its export, which has been detected already
    /// @param limit    at most so many are detected
    record OfPlaylist(String asked, Optional<CsvPlaylist> exported, int limit) implements Question {}

    /// What plays now.
    record Current() implements Question {}

    /// All playlists that were exported.
    record OfAllPlaylists() implements Question {}
}
