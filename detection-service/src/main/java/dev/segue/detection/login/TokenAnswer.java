package dev.segue.detection.login;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/// Reads what token endpoints say: `{"access_token", …}`, Spotify's `{"error": "invalid_grant", …}` and SoundCloud's
/// `{"message": "invalid_grant", …}`.
final class TokenAnswer {

    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final int LONGEST = 200;

    private TokenAnswer() {}

    /// @param body with an access token
    static AccountServer.Granted granted(JsonNode body) {
        long seconds = body.path("expires_in").asLong(HOUR);
        return new AccountServer.Granted(
                new Secret(body.path("access_token").asText()),
                Optional.of(body.path("refresh_token").asText(""))
                        .filter(token -> !token.isBlank())
                        .map(Secret::new),
                Duration.ofSeconds(Math.clamp(seconds, 1, DAY)));
    }

    /// The error's name in RFC 6749, or empty.
    static String error(JsonNode body) {
        JsonNode error = body.path("error");
        return error.isTextual() ? error.asText() : body.path("message").asText("");
    }

    /// What is wrong, for people.
    static String description(JsonNode body, int status) {
        String error = error(body);
        String more = body.path("error_description").asText("");
        String text = more.isBlank() ? error : error + ": " + more;
        String brief = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return brief.isBlank() ? "the login server answered " + status : brief;
    }
}
