package dev.segue.library.csv;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// How Spotify names a file on somebody's disk: `spotify:local:ARTIST:ALBUM:TITLE:SECONDS`, each part percent-encoded,
/// with `+` for a blank.
record LocalUri(String artist, String album, String title, Optional<Duration> length) {

    static final String START = "spotify:local:";
    private static final int PARTS = 6;

    /// The parts of `uri`; empty text where it has none.
    static LocalUri of(String uri) {
        String[] parts = uri.split(":", -1);
        if (parts.length != PARTS) {
            return new LocalUri("", "", "", Optional.empty());
        }
        return new LocalUri(
                decoded(parts[2]),
                decoded(parts[3]),
                decoded(parts[4]),
                Optional.of(Decimals.whole(parts[5]))
                        .filter(seconds -> seconds > 0)
                        .map(Duration::ofSeconds));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException notEncoded) {
            return part;
        }
    }
}
