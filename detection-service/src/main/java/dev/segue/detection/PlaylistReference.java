package dev.segue.detection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ways in which people name a playlist: `https://open.spotify.com/playlist/…?si=…`, `spotify:playlist:…`, also
/// with `user:NAME` in between; or by name. A name of 22 letters and digits may be an id.
///
/// @param id   Spotify's id, if it is or may be one
/// @param name as it was said, also with blanks round it, if it is or may be one
record PlaylistReference(Optional<String> id, Optional<String> name) {

    private static final String HOST = "open.spotify.com";
    private static final String ID = "[0-9A-Za-z]{22}";
    private static final Pattern PATH =
            Pattern.compile("(?:/intl-[A-Za-z-]+)?/(?:embed/)?(?:user/[^/]+/)?playlist/(" + ID + ")/?");
    private static final Pattern SPELLED = Pattern.compile("spotify:(?:user:[^:]+:)?playlist:(" + ID + ")");

    /// What `text` names.
    ///
    /// @throws IllegalArgumentException with a message for the asker, if it is a URL or URI of something else
    static PlaylistReference parse(String text) {
        String said = text.strip();
        if (said.contains("://")) {
            return new PlaylistReference(Optional.of(ofUrl(said)), Optional.empty());
        }
        if (said.startsWith("spotify:")) {
            Matcher spelled = SPELLED.matcher(said);
            if (!spelled.matches()) {
                throw new IllegalArgumentException("\"" + said + "\" is no Spotify playlist: spotify:playlist:… is");
            }
            return new PlaylistReference(Optional.of(spelled.group(1)), Optional.empty());
        }
        return new PlaylistReference(Optional.of(said).filter(name -> name.matches(ID)), Optional.of(text));
    }

    private static String ofUrl(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("not a URL: \"" + url + '"', malformed);
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || !host.equals(HOST)) {
            throw new IllegalArgumentException("not a page of " + HOST + ": \"" + url + '"');
        }
        Matcher path = PATH.matcher(String.valueOf(uri.getPath()));
        if (!path.matches()) {
            throw new IllegalArgumentException("not the page of a playlist: \"" + url + '"');
        }
        return path.group(1);
    }
}
