package dev.segue.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.library.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.util.Optional;

/// The secret that callers of a service's HTTP interface have to show, where there is one: on a person's own machine
/// services listen on loopback, and need none. Immutable.
///
/// ```
/// ApiToken token = ApiToken.of(settings.apiToken(), "127.0.0.1");
/// if (!token.admits("/tracks", "Bearer secret")) {
///     answer(ApiToken.refusal());
/// }
/// ```
final class ApiToken {

    private static final String SCHEME = "Bearer ";
    private static final String HEALTH = "/q/health";
    private static final String METRICS = "/q/metrics";

    private final Optional<byte[]> secret;

    private ApiToken(Optional<byte[]> secret) {
        this.secret = secret;
    }

    /// What a service has to ask for that listens on `host`.
    ///
    /// @param setting `segue.api-token`
    /// @throws IllegalArgumentException in one line if others than this machine could call, and need no token
    static ApiToken of(Optional<String> setting, String host) {
        Optional<String> secret = setting.map(String::strip).filter(text -> !text.isEmpty());
        if (secret.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException("segue.api-token is missing: a service that listens on " + host
                    + " accepts any text that is hard to guess, such as that of: openssl rand -hex 24");
        }
        return new ApiToken(secret.map(text -> text.getBytes(UTF_8)));
    }

    /// Whether a request may go on. A wrong secret takes as long to refuse, wherever it differs.
    ///
    /// @param path          without `.` and `..`
    /// @param authorization the header of that name; empty if there is none
    boolean admits(String path, String authorization) {
        return secret.isEmpty() || isOpen(path) || isShownBy(authorization, secret.get());
    }

    private static boolean isOpen(String path) {
        return path.equals(METRICS) || path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }

    private static boolean isShownBy(String authorization, byte[] secret) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        secret, authorization.substring(SCHEME.length()).strip().getBytes(UTF_8));
    }

    /// What a request is answered with that may not go on; its status wants the header `WWW-Authenticate: Bearer`.
    static Problem refusal() {
        return new Problem(
                "about:blank", "Unauthorized", 401, "the header Authorization: Bearer with segue.api-token is needed");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }
}
