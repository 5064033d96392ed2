package dev.segue.testkit.spotify;

import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Bytes;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.oauth.Session;
import dev.segue.testkit.standin.oauth.Tokens;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `GET /authorize`: a person who consents at once. Thread-safe.
final class Consent {

    private static final Set<String> SCOPES = Set.of(
            "app-remote-control",
            "playlist-modify-private",
            "playlist-modify-public",
            "playlist-read-collaborative",
            "playlist-read-private",
            "streaming",
            "ugc-image-upload",
            "user-follow-modify",
            "user-follow-read",
            "user-library-modify",
            "user-library-read",
            "user-modify-playback-state",
            "user-read-currently-playing",
            "user-read-email",
            "user-read-playback-position",
            "user-read-playback-state",
            "user-read-private",
            "user-read-recently-played",
            "user-top-read");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    private final Tokens tokens;
    private final InstantSource clock;
    private volatile boolean granted = true;

    Consent(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.of("GET", "/authorize", this::authorize));
    }

    /// Whether the person consents from now on.
    void granted(boolean does) {
        granted = does;
    }

    private Answer authorize(Call call) {
        String redirectUri = call.parameter("redirect_uri").orElse("");
        if (!call.parameter("client_id").equals(Optional.of(Spotify.APP))) {
            return page("INVALID_CLIENT: Invalid client");
        }
        if (!isAllowed(redirectUri)) {
            return page("INVALID_CLIENT: Insecure redirect URI");
        }
        if (!call.parameter("response_type").equals(Optional.of("code"))) {
            return back(call, redirectUri, "error=unsupported_response_type");
        }
        Set<String> scopes = scopes(call);
        if (!SCOPES.containsAll(scopes)) {
            return back(call, redirectUri, "error=invalid_scope");
        }
        Optional<String> challenge = call.parameter("code_challenge");
        if (challenge.isPresent() && !call.parameter("code_challenge_method").equals(Optional.of("S256"))) {
            return back(
                    call, redirectUri, "error=invalid_request&error_description=code_challenge_method+must+be+S256");
        }
        if (!granted) {
            return back(call, redirectUri, "error=access_denied");
        }
        var session = new Session(scopes, challenge, redirectUri, clock.instant());
        return back(call, redirectUri, "code=" + tokens.code(session));
    }

    private static Set<String> scopes(Call call) {
        return Arrays.stream(call.parameter("scope").orElse("").split("[ ,]+"))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Since November 2025: HTTPS, or loopback by its literal; the name `localhost` is refused.
    private static boolean isAllowed(String redirectUri) {
        try {
            URI uri = new URI(redirectUri);
            if (uri.getScheme() == null || uri.getFragment() != null) {
                return false;
            }
            return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
                case "http" -> uri.getHost() != null && LOOPBACK.contains(uri.getHost());
                case "https" -> uri.getHost() != null && !uri.getHost().equals("localhost");
                default -> true; // an app's own scheme
            };
        } catch (URISyntaxException garbled) {
            return false;
        }
    }

    private static Answer back(Call call, String redirectUri, String outcome) {
        String state = call.parameter("state")
                .map(text -> "&state=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
        return Answer.redirect(redirectUri + (redirectUri.contains("?") ? "&" : "?") + outcome + state);
    }

    private static Answer page(String text) {
        return Answer.of(400, "text/plain; charset=utf-8", Bytes.of(text));
    }
}
