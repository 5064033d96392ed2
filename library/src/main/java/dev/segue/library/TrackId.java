package dev.segue.library;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/// The name of a track: who knows it, and how it is called there. Immutable.
///
/// As text, and so on the wire and as a Kafka key: `spotify:4uLU6hMCjMI75M1A2tKUQC`, `soundcloud:123456`,
/// `local:9f86d081884c7d65` (the start of the SHA-256 of the file's `spotify:local:` URI).
///
/// @param source who knows the track
/// @param key    22 base-62 characters for Spotify, digits for SoundCloud, 16 hexadecimal digits for a local file
public record TrackId(Source source, String key) implements Comparable<TrackId> {

    /// Who knows a track.
    public enum Source {
        SPOTIFY("22 letters and digits") {
            @Override
            boolean names(String key) {
                return key.length() == 22 && isBase62(key);
            }
        },
        SOUNDCLOUD("a number") {
            @Override
            boolean names(String key) {
                return !key.isEmpty() && key.length() <= 19 && isAll(key, TrackId::isDigit);
            }
        },
        LOCAL("16 hexadecimal digits") {
            @Override
            boolean names(String key) {
                return key.length() == LOCAL_DIGITS && isAll(key, TrackId::isHexadecimal);
            }
        };

        private final String shape;
        private final String prefix;

        Source(String shape) {
            this.shape = shape;
            this.prefix = name().toLowerCase(Locale.ROOT);
        }

        /// Whether `key` has this source's shape. By hand, since a library of a million tracks asks it two million
        /// times.
        abstract boolean names(String key);
    }

    private static final String PAGE = "https://open.spotify.com/track/";
    private static final String SPOTIFY_URI = "spotify:track:";
    private static final int LOCAL_DIGITS = 16;
    private static final List<Source> SOURCES = List.of(Source.values());

    public TrackId {
        if (!source.names(key)) {
            throw new IllegalArgumentException(
                    "not a " + source.prefix + " track id: \"" + key + "\" is not " + source.shape);
        }
    }

    /// The id that `text` spells, such as `spotify:4uLU6hMCjMI75M1A2tKUQC`.
    ///
    /// @throws IllegalArgumentException with a message that quotes `text`, if it spells none
    @JsonCreator
    public static TrackId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no ':' in track id \"" + text + '"');
        }
        String prefix = text.substring(0, colon);
        for (Source source : SOURCES) {
            if (source.prefix.equals(prefix)) {
                return new TrackId(source, text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException("unknown source \"" + prefix + "\" in track id \"" + text + '"');
    }

    /// The id that `text` spells, or empty.
    public static Optional<TrackId> of(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// A Spotify track by its bare id.
    ///
    /// @throws IllegalArgumentException if `id` is not 22 base-62 characters
    public static TrackId spotify(String id) {
        return new TrackId(Source.SPOTIFY, id);
    }

    /// The track of a `spotify:track:…` URI, or of a bare 22-character id; empty for anything else.
    public static Optional<TrackId> ofSpotifyUri(String uri) {
        String id = uri.startsWith(SPOTIFY_URI) ? uri.substring(SPOTIFY_URI.length()) : uri;
        return Source.SPOTIFY.names(id) ? Optional.of(spotify(id)) : Optional.empty();
    }

    /// A file on somebody's disk that Spotify shows in a playlist, known only by its `spotify:local:` URI.
    public static TrackId local(String uri) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(uri.getBytes(StandardCharsets.UTF_8));
            return new TrackId(Source.LOCAL, HexFormat.of().formatHex(hash).substring(0, LOCAL_DIGITS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static boolean isBase62(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!isBase62(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAll(String text, IntPredicate letters) {
        for (int at = 0; at < text.length(); at++) {
            if (!letters.test(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBase62(int letter) {
        return isDigit(letter) || isBetween(letter, 'A', 'Z') || isBetween(letter, 'a', 'z');
    }

    private static boolean isHexadecimal(int letter) {
        return isDigit(letter) || isBetween(letter, 'a', 'f');
    }

    private static boolean isDigit(int letter) {
        return isBetween(letter, '0', '9');
    }

    private static boolean isBetween(int letter, char first, char last) {
        return letter >= first && letter <= last;
    }

    /// The page of this track at its source; empty for a local file.
    public Optional<String> link() {
        return source == Source.SPOTIFY ? Optional.of(PAGE + key) : Optional.empty();
    }

    /// Whether `page` is what [#link()] tells, without making it.
    public boolean isLink(String page) {
        return source == Source.SPOTIFY
                && page.length() == PAGE.length() + key.length()
                && page.startsWith(PAGE)
                && page.endsWith(key);
    }

    @Override
    public int compareTo(TrackId other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : key.compareTo(other.key);
    }

    @JsonValue
    @Override
    public String toString() {
        return source.prefix + ':' + key;
    }
}
