package dev.segue.detection.login;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.detection.Http;
import dev.segue.detection.RetryAfter;
import dev.segue.library.fact.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The token endpoint of a login server (RFC 6749). Thread-safe. Redirects are not followed, so that what is sent
/// goes to this server only.
final class AccountServer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Http HTTP = new Http();

    /// What came of asking for tokens.
    sealed interface Answer {}

    /// @param refreshToken absent where the one before stays good
    /// @param life         of the access token
    record Granted(Secret accessToken, Optional<Secret> refreshToken, Duration life) implements Answer {}

    /// `invalid_grant`: the code or the refresh token is not, or no longer, good. Servers have said so by mistake.
    record Invalid(String why) implements Answer {}

    /// The app itself or the request is refused: an unknown client id, a wrong secret.
    record Refused(String why) implements Answer {}

    /// A 429 or a 5xx: it takes no calls.
    ///
    /// @param retryAfter if it said so
    record Busy(int status, Optional<Duration> retryAfter) implements Answer {

        String why() {
            return "the login server answered " + status;
        }
    }

    /// No answer, or none that can be understood; a later try may be answered.
    record Unavailable(String why) implements Answer {}

    private final App app;

    AccountServer(App app) {
        this.app = app;
    }

    /// Buys tokens with the code that a consent brought.
    ///
    /// @param redirect as it was given for the consent
    Answer redeem(String code, URI redirect, Verifier verifier) {
        return ask(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirect.toString(),
                "code_verifier",
                verifier.secret().text()));
    }

    /// Buys a new access token, and with PKCE also a new refresh token: `refreshToken` is dead then.
    Answer renew(Secret refreshToken) {
        return ask(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken.text()));
    }

    /// Buys an access token for the app alone.
    Answer own() {
        return ask(Map.of("grant_type", "client_credentials"));
    }

    private Answer ask(Map<String, String> what) {
        try {
            return read(HTTP.send(request(what)));
        } catch (IOException unreachable) {
            return new Unavailable(app.accounts().getHost() + " does not answer: " + unreachable);
        }
    }

    private HttpRequest request(Map<String, String> what) {
        var form = new LinkedHashMap<>(what);
        form.put("client_id", app.clientId());
        var request = HttpRequest.newBuilder(app.at(app.service().tokenPath()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        app.secret().ifPresent(secret -> {
            if (app.service().basic()) {
                request.header("Authorization", "Basic " + base64(app.clientId() + ':' + secret.text()));
            } else {
                form.put("client_secret", secret.text());
            }
        });
        return request.POST(HttpRequest.BodyPublishers.ofString(encoded(form))).build();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// `fields` as a query or a form.
    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer read(HttpResponse<byte[]> answer) throws IOException {
        int status = answer.statusCode();
        if (status >= 300 && status < 400) {
            return new Unavailable("the login server redirects elsewhere, which is not followed");
        }
        if (status == 429 || status >= 500) {
            return new Busy(status, RetryAfter.of(answer.headers()));
        }
        try {
            JsonNode body = Wire.json().readTree(answer.body());
            return body.path("access_token").asText("").isBlank() ? refusal(body, status) : TokenAnswer.granted(body);
        } catch (JacksonException garbled) {
            // what it cannot read might hold a token
            return new Unavailable("the login server's answer is not JSON");
        }
    }

    private static Answer refusal(JsonNode body, int status) {
        String error = TokenAnswer.error(body);
        String why = TokenAnswer.description(body, status);
        if (error.equals("invalid_grant")) {
            return new Invalid(why);
        }
        return status == 200 ? new Unavailable(why) : new Refused(why);
    }
}
