package dev.segue.detection;

import dev.segue.library.TrackId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tracks by their pages. Only these hosts are taken: whatever else a URL names is never asked.
final class TrackAddress {

    private static final String SPOTIFY = "open.spotify.com";
    private static final String SOUNDCLOUD = "soundcloud.com";
    private static final String SOUNDCLOUD_SHORT = "on.soundcloud.com";
    private static final Set<String> SOUNDCLOUD_TOO = Set.of("www.soundcloud.com", "m.soundcloud.com");
    private static final Set<String> SPOTIFY_SHORT = Set.of("spotify.link", "spotify.app.link");
    private static final Pattern SPOTIFY_PATH = Pattern.compile("(?:/intl-[A-Za-z-]+)?/(?:embed/)?([a-z]+)/([^/]+)/?");
    private static final Pattern SOUNDCLOUD_PATH = Pattern.compile("/[\\w-]+/(?!sets/)[\\w-]+(?:/s-\\w+)?/?");
    private static final Pattern SHORT_PATH = Pattern.compile("/\\w+/?");

    private TrackAddress() {}

    static TrackReference parse(String url) {
        URI address = parsed(url);
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean plain = (scheme.equals("https") || scheme.equals("http"))
                && address.getRawUserInfo() == null
                && address.getPort() == -1;
        String host = plain ? String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) : "";
        if (host.equals(SPOTIFY)) {
            return new TrackReference.Known(ofSpotify(url, address));
        }
        if (host.equals(SOUNDCLOUD) || SOUNDCLOUD_TOO.contains(host)) {
            return page(url, SOUNDCLOUD, SOUNDCLOUD_PATH, address);
        }
        if (host.equals(SOUNDCLOUD_SHORT)) {
            return page(url, SOUNDCLOUD_SHORT, SHORT_PATH, address);
        }
        if (SPOTIFY_SHORT.contains(host)) {
            throw new IllegalArgumentException("a short link of Spotify's does not tell the track: open \"" + url
                    + "\" in a browser, and give the address that it leads to");
        }
        throw new IllegalArgumentException("not a page of " + SPOTIFY + " or " + SOUNDCLOUD + ": \"" + url + '"');
    }

    private static TrackId ofSpotify(String url, URI address) {
        Matcher path = SPOTIFY_PATH.matcher(String.valueOf(address.getPath()));
        if (!path.matches() || !path.group(1).equals("track")) {
            throw noTrack(url);
        }
        return TrackId.ofSpotifyUri(path.group(2))
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + path.group(2) + "\" is no Spotify id: those are 22 letters and digits"));
    }

    private static TrackReference page(String url, String host, Pattern form, URI address) {
        String path = Optional.ofNullable(address.getRawPath()).orElse("");
        if (!form.matcher(path).matches()) {
            throw noTrack(url);
        }
        return new TrackReference.Page(URI.create("https://" + host + path.replaceFirst("/$", "")));
    }

    private static IllegalArgumentException noTrack(String url) {
        return new IllegalArgumentException("not the page of a track: \"" + url + '"');
    }

    private static URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("not a URL: \"" + url + '"', malformed);
        }
    }
}
