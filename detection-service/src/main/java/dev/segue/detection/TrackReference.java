package dev.segue.detection;

import dev.segue.library.TrackId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ways in which people name a Spotify track: `https://open.spotify.com/track/…?si=…`, also with a language
/// (`/intl-de/track/…`), `spotify:track:…`, and the bare id of 22 letters and digits.
public final class TrackReference {

    private static final String HOST = "open.spotify.com";
    private static final Pattern PATH = Pattern.compile("(?:/intl-[A-Za-z-]+)?/(?:embed/)?([a-z]+)/([^/]+)/?");

    private TrackReference() {}

    /// The track that `text` names.
    ///
    /// @throws IllegalArgumentException with a message for the asker, if it names none
    public static TrackId parse(String text) {
        String reference = text.strip();
        if (reference.contains("://")) {
            return ofUrl(reference);
        }
        return TrackId.ofSpotifyUri(reference)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "\"" + reference
                                        + "\" is no Spotify track: neither a URL, nor spotify:track:…, nor an id of 22 letters and digits"));
    }

    private static TrackId ofUrl(String url) {
        URI uri = parsed(url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || !host.equals(HOST)) {
            throw new IllegalArgumentException("not a page of " + HOST + ": \"" + url + '"');
        }
        Matcher path = PATH.matcher(String.valueOf(uri.getPath()));
        if (!path.matches() || !path.group(1).equals("track")) {
            throw new IllegalArgumentException("not the page of a track: \"" + url + '"');
        }
        return TrackId.ofSpotifyUri(path.group(2))
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + path.group(2) + "\" is no Spotify id: those are 22 letters and digits"));
    }

    private static URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("not a URL: \"" + url + '"', malformed);
        }
    }
}
