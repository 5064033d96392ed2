package dev.segue.testkit.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Client.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("segue-demo:segue-demo".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path directory;

    private Listener listener;

    @BeforeEach
    void start() throws IOException {
        listener = new Listener(directory);
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    @Test
    void thePersonConsentsAtOnceAndTheCodeBuysTokens() {
        Reply consent = listener.authorize();
        JsonNode tokens = listener.redeem(listener.code()).json();

        assertThat(consent.status()).isEqualTo(302);
        assertThat(consent.header("Location"))
                .startsWith(Listener.CALLBACK + "?code=")
                .endsWith("&state=a+b");
        assertThat(tokens.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.get("expires_in").asInt()).isEqualTo(3600);
        assertThat(tokens.get("scope").asText().split(" ")).containsExactlyInAnyOrder(Listener.SCOPES.split(" "));
        assertThat(tokens.hasNonNull("refresh_token")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:1/x", "http://127.0.0.1/", "http://[::1]:7/y", "https://segue.example/cb"})
    void loopbackByItsLiteralAndHttpsAreAllowed(String redirect) {
        assertThat(listener.authorize("redirect_uri", redirect).header("Location"))
                .startsWith(redirect + "?code=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8888/callback", "http://segue.example/", "https://localhost/", "nowhere", ""})
    void otherRedirectsAreNot(String redirect) {
        assertThat(listener.authorize("redirect_uri", redirect).status()).isEqualTo(400);
    }

    @Test
    void whatIsWrongWithAConsentIsSaidInTheRedirect() {
        assertThat(listener.consent("response_type", "token")).containsEntry("error", "unsupported_response_type");
        assertThat(listener.consent("scope", "read-my-mind")).containsEntry("error", "invalid_scope");
        assertThat(listener.consent("code_challenge_method", "plain")).containsEntry("error", "invalid_request");
        listener.control("PUT", "consent", "{\"granted\":false}");
        assertThat(listener.consent()).isEqualTo(Map.of("error", "access_denied", "state", "a b"));
    }

    @Test
    void aCodeIsGoodOnceAndForTenMinutes() {
        String used = listener.code();
        String late = listener.code();
        listener.redeem(used);

        assertThat(listener.redeem(used).json()).hasToString(error("invalid_grant", "Invalid authorization code"));
        listener.advance("10m");
        assertThat(listener.redeem(late).json()).hasToString(error("invalid_grant", "Invalid authorization code"));
    }

    @Test
    void theVerifierAndTheRedirectMustBeThoseOfTheConsent() {
        assertThat(exchange(Listener.CALLBACK, "w".repeat(64)).json())
                .hasToString(error("invalid_grant", "code_verifier was incorrect"));
        assertThat(exchange(Listener.CALLBACK + "/", Listener.VERIFIER).json())
                .hasToString(error("invalid_grant", "Invalid redirect URI"));
    }

    private Reply exchange(String redirect, String verifier) {
        String code = listener.code();
        return listener.token(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirect,
                "client_id", "segue-demo",
                "code_verifier", verifier);
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        String first = listener.login(Listener.SCOPES).get("refresh_token").asText();
        String second = listener.refresh(first).json().get("refresh_token").asText();

        assertThat(second).isNotEqualTo(first);
        assertThat(listener.refresh(first).status()).isEqualTo(400);
        assertThat(listener.refresh(first).json()).hasToString(error("invalid_grant", "Invalid refresh token"));
        assertThat(listener.refresh(second).status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenEndsSixMonthsAfterTheConsentHoweverOftenItIsRenewed() {
        String token = listener.login(Listener.SCOPES).get("refresh_token").asText();
        listener.advance("180d");
        String renewed = listener.refresh(token).json().get("refresh_token").asText();
        listener.advance("2d");

        assertThat(listener.refresh(renewed).json()).hasToString(error("invalid_grant", "Refresh token expired"));
    }

    @Test
    void withASecretAndWithoutProofTheRefreshTokenStays() {
        String code = listener.consent("code_challenge", "", "code_challenge_method", "")
                .get("code");
        String form = "grant_type=authorization_code&code=" + code + "&redirect_uri=" + Listener.CALLBACK;
        String token = basic(form).json().get("refresh_token").asText();
        JsonNode renewed =
                basic("grant_type=refresh_token&refresh_token=" + token).json();

        assertThat(renewed.has("refresh_token")).isFalse();
        assertThat(renewed.hasNonNull("access_token")).isTrue();
        assertThat(basic("grant_type=refresh_token&refresh_token=" + token).status())
                .isEqualTo(200);
    }

    private Reply basic(String form) {
        return listener.client.post(
                "/api/token", form, "Authorization", BASIC, "Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void anAppGetsATokenOfItsOwn() {
        JsonNode token = basic("grant_type=client_credentials").json();

        assertThat(token.has("refresh_token")).isFalse();
        assertThat(listener.app().get("/v1/me/tracks").status()).isEqualTo(401);
        assertThat(listener.app().get("/v1/tracks/" + listener.liked(0)).status())
                .isEqualTo(200);
    }

    @Test
    void strangersGetNothing() {
        assertThat(listener.token("grant_type", "client_credentials", "client_id", "me")
                        .json())
                .hasToString(error("invalid_client", "Invalid client"));
        assertThat(listener.token(
                                "grant_type", "client_credentials", "client_id", "segue-demo", "client_secret", "guess")
                        .json())
                .hasToString(error("invalid_client", "Invalid client secret"));
        assertThat(listener.token("client_id", "segue-demo").json())
                .hasToString(error("unsupported_grant_type", "grant_type parameter is missing"));
        assertThat(listener.authorize("client_id", "me").status()).isEqualTo(400);
    }

    @Test
    void accessEndsAfterAnHour() {
        Listener.Reader reader = listener.reader();
        listener.advance("59m");
        assertThat(reader.get("/v1/me").status()).isEqualTo(200);
        listener.advance("1m");

        assertThat(reader.get("/v1/me").json())
                .hasToString("{\"error\":{\"status\":401,\"message\":\"The access token expired\"}}");
    }

    @Test
    void withoutAGoodTokenThereIsNothing() {
        assertThat(listener.client.get("/v1/me").json())
                .hasToString("{\"error\":{\"status\":401,\"message\":\"No token provided\"}}");
        assertThat(listener.client.get("/v1/me", "Authorization", "Bearer x").json())
                .hasToString("{\"error\":{\"status\":401,\"message\":\"Invalid access token\"}}");
        assertThat(listener.client.get("/v1/me", "Authorization", BASIC).status())
                .isEqualTo(400);
        assertThat(listener.reader("user-library-read")
                        .get("/v1/me/player/currently-playing")
                        .json())
                .hasToString("{\"error\":{\"status\":403,\"message\":\"Insufficient client scope\"}}");
    }

    @Test
    void whatWasHandedOutCanBeRevoked() {
        JsonNode tokens = listener.login(Listener.SCOPES);
        listener.control("DELETE", "tokens", "");

        assertThat(listener.refresh(tokens.get("refresh_token").asText()).status())
                .isEqualTo(400);
    }

    @Test
    void anInvalidGrantCanBeFalse() {
        String token = listener.login(Listener.SCOPES).get("refresh_token").asText();
        listener.control("POST", "faults", "{\"endpoint\":\"POST /api/token\",\"kind\":\"5xx\",\"status\":400}");

        assertThat(listener.refresh(token).json().get("error").asText()).isEqualTo("invalid_grant");
        assertThat(listener.refresh(token).status()).isEqualTo(200);
    }

    private static String error(String error, String description) {
        return "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}";
    }
}
