package dev.segue.testkit.spotify;

import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Codes, access tokens and refresh tokens that were handed out. Thread-safe.
final class Tokens {

    static final Duration LIFE = Duration.ofHours(1);

    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final int BYTES = 48;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> codes = new HashMap<>();
    private final Map<String, Session> refreshTokens = new HashMap<>();
    private final Map<String, Access> accessTokens = new HashMap<>();

    Tokens(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String code(Session session) {
        String code = text();
        codes.put(code, session);
        return code;
    }

    /// The consent for `code`, which can be used once and for ten minutes.
    synchronized Optional<Session> redeem(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(session ->
                        clock.instant().isBefore(session.consentedAt().plus(CODE_LIFE)));
    }

    synchronized String refreshToken(Session session) {
        String token = text();
        refreshTokens.put(token, session);
        return token;
    }

    synchronized Optional<Session> session(String refreshToken) {
        return Optional.ofNullable(refreshTokens.get(refreshToken));
    }

    /// Ends a refresh token; whether it was still alive.
    synchronized boolean end(String refreshToken) {
        return refreshTokens.remove(refreshToken) != null;
    }

    synchronized String accessToken(boolean user, Set<String> scopes) {
        String token = text();
        accessTokens.put(token, new Access(user, scopes, clock.instant().plus(LIFE)));
        return token;
    }

    /// What the caller may do.
    ///
    /// @throws Refusal 401, as the web API words it
    synchronized Access access(Call call) {
        String header = call.header("Authorization").orElseThrow(() -> new Refusal(401, "No token provided"));
        if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new Refusal(400, "Only valid bearer authentication supported");
        }
        Access access = accessTokens.get(header.substring(7).strip());
        if (access == null) {
            throw new Refusal(401, "Invalid access token");
        }
        if (!clock.instant().isBefore(access.expires())) {
            throw new Refusal(401, "The access token expired");
        }
        return access;
    }

    /// As if the person had removed the app: nothing handed out is good any more.
    synchronized void revokeAll() {
        codes.clear();
        refreshTokens.clear();
        accessTokens.clear();
    }

    /// Ends of the sessions that can still be renewed.
    synchronized java.util.List<Instant> ends() {
        return refreshTokens.values().stream().map(Session::end).sorted().toList();
    }

    private String text() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
