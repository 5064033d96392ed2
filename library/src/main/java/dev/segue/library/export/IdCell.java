package dev.segue.library.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.net.URLEncoder;
import java.time.Duration;

/// What stands in the column `Track URI`.
final class IdCell {

    private IdCell() {}

    /// `spotify:track:…`, and of a local file its `spotify:local:` URI if it can be told from what is known; else
    /// Segue's own name of the track, such as `local:9f86d081884c7d65`.
    static String of(Track track) {
        TrackId id = track.id();
        return switch (id.source()) {
            case SPOTIFY -> "spotify:track:" + id.key();
            case LOCAL -> local(track);
            case SOUNDCLOUD -> id.toString();
        };
    }

    /// Spotify makes the URI of the file's tags, and the id is a hash of the URI: so it shows whether the guess is
    /// right.
    private static String local(Track track) {
        String uri = "spotify:local:%s:%s:%s:%d"
                .formatted(
                        encoded(String.join(", ", track.artists())),
                        encoded(track.album().orElse("")),
                        encoded(track.title().orElse("")),
                        track.duration().map(Duration::toSeconds).orElse(0L));
        return TrackId.local(uri).equals(track.id()) ? uri : track.id().toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
