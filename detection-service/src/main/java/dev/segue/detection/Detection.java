package dev.segue.detection;

import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionStatus;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody asks to be detected. Immutable.
public sealed interface Detection {

    /// The liked songs.
    record Liked() implements Detection {}

    /// What was liked since the export, or since the last look.
    record NewestLikes() implements Detection {}

    /// One playlist: by the name its export has, the name its owner gave it, its id, URI or URL.
    record Playlist(String name) implements Detection {}

    /// All playlists that were exported, held against the API.
    record AllPlaylists() implements Detection {}

    /// Everything in the backup.
    record WholeBackup() implements Detection {}

    /// What plays now, whether it counts as listened or not.
    record Current() implements Detection {}

    /// The likes on SoundCloud.
    record SoundCloudLikes() implements Detection {}

    /// One track.
    record Single(TrackId id) implements Detection {}

    /// The track on a page of SoundCloud, or behind a short link to one.
    record SinglePage(URI page) implements Detection {}

    /// The sources that a request may name.
    enum Source {
        LIKED,
        NEWEST_LIKES,
        PLAYLIST,
        PLAYLISTS,
        BACKUP,
        CURRENT,
        SOUNDCLOUD_LIKES,
        SINGLE
    }

    /// The detection that `request` asks for.
    ///
    /// @throws IllegalArgumentException with a message for the asker, if it makes no sense
    static Detection of(DetectionStatus.Request request) {
        if (request.limit().filter(limit -> limit < 1).isPresent()) {
            throw new IllegalArgumentException(
                    "\"limit\" must be 1 or more, not " + request.limit().orElseThrow());
        }
        return switch (source(request.source())) {
            case LIKED -> new Liked();
            case NEWEST_LIKES -> new NewestLikes();
            case PLAYLIST -> new Playlist(needed("playlist", request.playlist().or(request::url)));
            case PLAYLISTS -> new AllPlaylists();
            case BACKUP -> new WholeBackup();
            case CURRENT -> new Current();
            case SOUNDCLOUD_LIKES -> new SoundCloudLikes();
            case SINGLE ->
                switch (TrackReference.parse(needed("url", request.url()))) {
                    case TrackReference.Known(TrackId id) -> new Single(id);
                    case TrackReference.Page(URI page) -> new SinglePage(page);
                };
        };
    }

    private static Source source(String name) {
        try {
            return Source.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "\"source\" must be one of " + Arrays.toString(Source.values()) + ", not \"" + name + '"', unknown);
        }
    }

    private static String needed(String field, Optional<String> value) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("\"" + field + "\" is missing"));
    }
}
