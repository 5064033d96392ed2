package dev.segue.detection;

import dev.segue.library.csv.CsvPlaylist;
import dev.segue.library.fact.ApiStatus.Api;
import java.net.URI;
import java.util.Optional;

/// What an API is asked for the sake of a detection. Immutable.
public sealed interface Question {

    /// Which API.
    default Api api() {
        return this instanceof OfSoundCloud ? Api.SOUNDCLOUD : Api.SPOTIFY;
    }

    /// What SoundCloud is asked.
    sealed interface OfSoundCloud extends Question {}

    /// The likes on SoundCloud.
    ///
    /// @param limit at most so many are detected
    record Likes(int limit) implements OfSoundCloud {}

    /// The track on a page of SoundCloud.
    record Page(URI page) implements OfSoundCloud {}

    /// The liked songs.
    ///
    /// @param limit at most so many are detected
    record Liked(int limit) implements Question {}

    /// What was liked since the export, or since the last look.
    ///
    /// @param limit at most so many are detected
    record NewestLikes(int limit) implements Question {}

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
