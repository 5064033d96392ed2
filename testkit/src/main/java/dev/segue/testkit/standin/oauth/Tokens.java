package dev.segue.testkit.standin.oauth;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Codes, access tokens and refresh tokens that were handed out. Thread-safe.
public final class Tokens {

    /// How long an access token is good.
    public static final Duration LIFE = Duration.ofHours(1);

    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final int BYTES = 48;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> codes = new HashMap<>();
    private final Map<String, Session> refreshTokens = new HashMap<>();
    private final Map<String, Access> accessTokens = new HashMap<>();

    public Tokens(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized String code(Session session) {
        String code = text();
        codes.put(code, session);
        return code;
    }

    /// The consent for `code`, which can be used once and for ten minutes.
    public synchronized Optional<Session> redeem(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(session ->
                        clock.instant().isBefore(session.consentedAt().plus(CODE_LIFE)));
    }

    public synchronized String refreshToken(Session session) {
        String token = text();
        refreshTokens.put(token, session);
        return token;
    }

    public synchronized Optional<Session> session(String refreshToken) {
        return Optional.ofNullable(refreshTokens.get(refreshToken));
    }

    /// Ends a refresh token; whether it was still alive.
    public synchronized boolean end(String refreshToken) {
        return refreshTokens.remove(refreshToken) != null;
    }

    /// A token for who has consented.
    public synchronized String accessToken(Session session) {
        return accessToken(true, session.scopes());
    }

    /// A token for an app alone.
    public synchronized String accessToken() {
        return accessToken(false, Set.of());
    }

    private String accessToken(boolean user, Set<String> scopes) {
        String token = text();
        accessTokens.put(token, new Access(user, scopes, clock.instant().plus(LIFE)));
        return token;
    }

    /// What `accessToken` allows or allowed; see [Access#expires()].
    public synchronized Optional<Access> access(String accessToken) {
        return Optional.ofNullable(accessTokens.get(accessToken));
    }

    /// As if the person had removed the app: nothing handed out is good any more.
    public synchronized void revokeAll() {
        codes.clear();
        refreshTokens.clear();
        accessTokens.clear();
    }

    /// The consents that can still be renewed.
    public synchronized List<Session> sessions() {
        return List.copyOf(refreshTokens.values());
    }

    private String text() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
