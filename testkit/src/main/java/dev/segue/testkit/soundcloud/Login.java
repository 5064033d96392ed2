package dev.segue.testkit.soundcloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Refusal;
import dev.segue.testkit.standin.RollingWindow;
import dev.segue.testkit.standin.oauth.Access;
import dev.segue.testkit.standin.oauth.Proof;
import dev.segue.testkit.standin.oauth.Session;
import dev.segue.testkit.standin.oauth.Tokens;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// OAuth 2.1 as secure.soundcloud.com does it: a code with proof, or client credentials. Thread-safe.
///
/// A refresh token can be used once. An app gets at most 50 tokens of its own in 12 hours.
final class Login {

    private static final String SCHEME = "OAuth ";
    private static final Duration APP_WINDOW = Duration.ofHours(12);
    private static final int APP_TOKENS = 50;
    private static final int UNAUTHORIZED = 401;

    private final Tokens tokens;
    private final InstantSource clock;
    private final RollingWindow appTokens = new RollingWindow(APP_WINDOW);

    Login(InstantSource clock) {
        this.tokens = new Tokens(clock);
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of("GET", "/authorize", this::authorize), Endpoint.of("POST", "/oauth/token", this::token));
    }

    /// Who calls.
    ///
    /// @throws Refusal 401; the word before the token is `OAuth`, not `Bearer`
    Access access(Call call) {
        return call.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header ->
                        tokens.access(header.substring(SCHEME.length()).strip()))
                .filter(access -> clock.instant().isBefore(access.expires()))
                .orElseThrow(() -> new Refusal(UNAUTHORIZED, ""));
    }

    /// Who calls, if a person has consented.
    ///
    /// @throws Refusal 401 if it is an app alone
    void person(Call call) {
        if (!access(call).user()) {
            throw new Refusal(UNAUTHORIZED, "");
        }
    }

    void revokeAll() {
        tokens.revokeAll();
    }

    void reset() {
        appTokens.clear();
    }

    private Answer authorize(Call call) {
        String redirect = call.parameter("redirect_uri").orElse("");
        if (!call.parameter("client_id").equals(Optional.of(SoundCloud.APP))) {
            throw new Refusal(UNAUTHORIZED, "invalid_client");
        }
        if (!isUrl(redirect)) {
            throw new Refusal(400, "invalid redirect_uri");
        }
        String state = call.parameter("state")
                .map(text -> "&state=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
        Optional<String> challenge = call.parameter("code_challenge");
        if (challenge.isEmpty() || !call.parameter("code_challenge_method").equals(Optional.of("S256"))) {
            return Answer.redirect(redirect + "?error=invalid_request" + state);
        }
        var session = new Session(Set.of(), challenge, redirect, clock.instant());
        return Answer.redirect(redirect + "?code=" + tokens.code(session) + state);
    }

    private static boolean isUrl(String text) {
        try {
            return URI.create(text).isAbsolute();
        } catch (IllegalArgumentException garbled) {
            return false;
        }
    }

    private Answer token(Call call) {
        Map<String, String> form = call.form();
        if (!isApp(call, form)) {
            throw new Refusal(UNAUTHORIZED, "invalid_client");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> redeem(form);
            case "refresh_token" -> refresh(form.getOrDefault("refresh_token", ""));
            case "client_credentials" -> own();
            default -> throw new Refusal(400, "unsupported_grant");
        };
    }

    private static boolean isApp(Call call, Map<String, String> form) {
        String basic = Base64.getEncoder()
                .encodeToString((SoundCloud.APP + ':' + SoundCloud.APP).getBytes(StandardCharsets.UTF_8));
        return call.header("Authorization").equals(Optional.of("Basic " + basic))
                || (SoundCloud.APP.equals(form.get("client_id")) && SoundCloud.APP.equals(form.get("client_secret")));
    }

    private Answer redeem(Map<String, String> form) {
        return tokens.redeem(form.getOrDefault("code", ""))
                .filter(session -> session.redirectUri().equals(form.get("redirect_uri")))
                .filter(session -> Proof.matches(
                        form.getOrDefault("code_verifier", ""),
                        session.challenge().orElse("")))
                .map(this::granted)
                .orElseThrow(() -> new Refusal(400, "invalid_grant"));
    }

    private Answer refresh(String token) {
        Optional<Session> session = tokens.session(token);
        if (session.isEmpty() || !tokens.end(token)) {
            throw new Refusal(400, "invalid_grant");
        }
        return granted(session.get());
    }

    private Answer own() {
        if (appTokens.fullUntil(clock.instant(), APP_TOKENS).isPresent()) {
            throw new Refusal(429, "too many tokens");
        }
        appTokens.add(clock.instant());
        return Answer.json(200, bearer(tokens.accessToken()));
    }

    private Answer granted(Session session) {
        return Answer.json(200, bearer(tokens.accessToken(session)).put("refresh_token", tokens.refreshToken(session)));
    }

    private static ObjectNode bearer(String token) {
        return Json.object()
                .put("access_token", token)
                .put("token_type", "bearer")
                .put("expires_in", Tokens.LIFE.toSeconds() - 1)
                .put("scope", "");
    }
}
