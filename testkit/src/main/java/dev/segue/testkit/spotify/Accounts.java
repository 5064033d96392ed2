package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.oauth.Proof;
import dev.segue.testkit.standin.oauth.Session;
import dev.segue.testkit.standin.oauth.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `POST /api/token`, as accounts.spotify.com answers it. Thread-safe.
final class Accounts {

    static final String ENDPOINT = "POST /api/token";

    private static final int MONTHS = 6;

    private final Tokens tokens;
    private final InstantSource clock;

    Accounts(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.of("POST", "/api/token", this::token));
    }

    /// An error of this server. A 400 that a fault asks for is the one that clients fear.
    static Answer error(int status, String message) {
        return error(status, status == 400 ? "invalid_grant" : "server_error", message);
    }

    private static Answer error(int status, String error, String description) {
        return Answer.json(status, Json.object().put("error", error).put("error_description", description));
    }

    private static Answer refused(String error, String description) {
        return error(400, error, description);
    }

    private Answer token(Call call) {
        Map<String, String> form = call.form();
        Client client = Client.of(call.header("Authorization"), form);
        if (!Spotify.APP.equals(client.id())) {
            return refused("invalid_client", "Invalid client");
        }
        if (client.secret().isPresent() && !client.secret().get().equals(Spotify.APP)) {
            return refused("invalid_client", "Invalid client secret");
        }
        boolean secret = client.secret().isPresent();
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> redeem(form, secret);
            case "refresh_token" -> refresh(form, secret);
            case "client_credentials" -> secret ? own() : refused("invalid_client", "Invalid client secret");
            case "" -> refused("unsupported_grant_type", "grant_type parameter is missing");
            default ->
                refused(
                        "unsupported_grant_type",
                        "grant_type must be client_credentials, authorization_code or refresh_token");
        };
    }

    private Answer redeem(Map<String, String> form, boolean secret) {
        for (String needed : List.of("code", "redirect_uri")) {
            if (form.getOrDefault(needed, "").isEmpty()) {
                return refused("invalid_request", needed + " must be supplied");
            }
        }
        Optional<Session> session = tokens.redeem(form.getOrDefault("code", ""));
        if (session.isEmpty()) {
            return refused("invalid_grant", "Invalid authorization code");
        }
        if (!session.get().redirectUri().equals(form.get("redirect_uri"))) {
            return refused("invalid_grant", "Invalid redirect URI");
        }
        return mistake(session.get(), Optional.ofNullable(form.get("code_verifier")), secret)
                .orElseGet(() -> granted(session.get(), Optional.of(tokens.refreshToken(session.get()))));
    }

    /// What is wrong with the proof that the client which redeems the code is the one that asked for it.
    private static Optional<Answer> mistake(Session session, Optional<String> verifier, boolean secret) {
        if (session.challenge().isEmpty()) {
            return secret ? Optional.empty() : Optional.of(refused("invalid_client", "Invalid client secret"));
        }
        if (verifier.isEmpty()) {
            return Optional.of(refused("invalid_request", "code_verifier must be supplied"));
        }
        return Proof.matches(verifier.get(), session.challenge().get())
                ? Optional.empty()
                : Optional.of(refused("invalid_grant", "code_verifier was incorrect"));
    }

    private Answer refresh(Map<String, String> form, boolean secret) {
        String token = form.getOrDefault("refresh_token", "");
        if (token.isEmpty()) {
            return refused("invalid_request", "refresh_token must be supplied");
        }
        Optional<Session> session = tokens.session(token);
        if (session.isEmpty()) {
            return refused("invalid_grant", "Invalid refresh token");
        }
        if (!clock.instant().isBefore(end(session.get()))) {
            return refused("invalid_grant", "Refresh token expired");
        }
        if (session.get().challenge().isEmpty()) {
            return secret
                    ? granted(session.get(), Optional.empty())
                    : refused("invalid_client", "Invalid client secret");
        }
        return tokens.end(token)
                ? granted(session.get(), Optional.of(tokens.refreshToken(session.get())))
                : refused("invalid_grant", "Refresh token revoked");
    }

    /// Refresh tokens end six months after the consent, however often they are renewed.
    private static Instant end(Session session) {
        return session.consentedAt().atZone(ZoneOffset.UTC).plusMonths(MONTHS).toInstant();
    }

    /// When the logins that are good now come to their end.
    static List<Instant> ends(Tokens tokens) {
        return tokens.sessions().stream().map(Accounts::end).sorted().toList();
    }

    private Answer own() {
        return Answer.json(200, bearer(tokens.accessToken())).with("Cache-Control", "no-store");
    }

    private Answer granted(Session session, Optional<String> refreshToken) {
        ObjectNode body = bearer(tokens.accessToken(session));
        body.put("scope", String.join(" ", session.scopes().stream().sorted().toList()));
        refreshToken.ifPresent(token -> body.put("refresh_token", token));
        return Answer.json(200, body).with("Cache-Control", "no-store");
    }

    private static ObjectNode bearer(String token) {
        return Json.object()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", Tokens.LIFE.toSeconds());
    }

    /// Who asks: by Basic authentication, or in the form.
    private record Client(String id, Optional<String> secret) {

        static Client of(Optional<String> authorization, Map<String, String> form) {
            String header = authorization.orElse("");
            if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
                return new Client(form.getOrDefault("client_id", ""), Optional.ofNullable(form.get("client_secret")));
            }
            String[] parts = decoded(header.substring(6).strip()).split(":", 2);
            return new Client(parts[0], Optional.of(parts.length == 2 ? parts[1] : ""));
        }

        private static String decoded(String base64) {
            try {
                return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException garbled) {
                return "";
            }
        }
    }
}
