package dev.segue.testkit.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.testkit.spotify.Listener.Reader;
import dev.segue.testkit.standin.Client.Reply;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

    @TempDir
    Path directory;

    private Listener listener;
    private Reader reader;

    @BeforeEach
    void start() throws IOException {
        listener = new Listener(directory);
        reader = listener.reader();
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    private Reply call() {
        return reader.get("/v1/me");
    }

    @Test
    void anyThirtySecondsTakeSoManyCalls() {
        listener.mode("{\"perThirtySeconds\":2}");
        call();
        listener.advance("10s");
        call();

        Reply refused = call();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("20");
        assertThat(refused.json()).hasToString("{\"error\":{\"status\":429,\"message\":\"Too many requests\"}}");
        listener.advance("20s");
        assertThat(call().status()).isEqualTo(200);
        assertThat(call().header("Retry-After")).isEqualTo("10");
    }

    @Test
    void whoCallsWhileBlockedIsBlockedLonger() {
        listener.mode("{\"perThirtySeconds\":0}");

        assertThat(call().header("Retry-After")).isEqualTo("30");
        assertThat(call().header("Retry-After")).isEqualTo("33");
        assertThat(call().header("Retry-After")).isEqualTo("36");
        listener.mode("{\"perThirtySeconds\":1}");
        listener.advance("35s");
        assertThat(call().status()).isEqualTo(429);
        listener.advance("4s");
        assertThat(call().status()).isEqualTo(200);
    }

    @Test
    void anyTwentyFourHoursTakeSoManyCalls() {
        listener.mode("{\"mode\":\"development\",\"perDay\":3}");
        call();
        listener.advance("6h");
        reader = listener.reader();
        call();
        call();

        Reply refused = call();

        assertThat(refused.header("Retry-After")).isEqualTo("64800");
        assertThat(refused.json())
                .hasToString(
                        "{\"error\":{\"status\":429,\"message\":\"Too many requests\",\"reason\":\"QUOTA_EXCEEDED\"}}");
        listener.advance("18h");
        reader = listener.reader();
        assertThat(call().status()).isEqualTo(200);
        assertThat(call().status()).isEqualTo(429);
    }

    @Test
    void resetOpensAgain() {
        listener.mode("{\"perDay\":1}");
        call();
        assertThat(call().status()).isEqualTo(429);

        listener.spotify.reset();

        assertThat(call().status()).isEqualTo(200);
        assertThat(listener.spotify.calls().total()).isOne();
    }

    @Test
    void tokensAreNoCallsOfTheWebApi() {
        listener.mode("{\"perDay\":0}");

        assertThat(listener.app()).isNotNull();
        assertThat(listener.client.get("/v1/me").status()).isEqualTo(401);
    }

    @Test
    void aFaultOfHoursLooksLikeTheQuota() {
        listener.control("POST", "faults", "{\"endpoint\":\"GET /v1/me\",\"kind\":\"429\",\"retryAfter\":86400}");

        Reply refused = call();

        assertThat(refused.header("Retry-After")).isEqualTo("86400");
        assertThat(refused.json().at("/error/reason").asText()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(call().status()).isEqualTo(200);
    }

    @Test
    void aModeThatCannotBeIsRefused() {
        assertThat(listener.client
                        .post("/__control/mode", "{\"mode\":\"generous\"}")
                        .status())
                .isEqualTo(400);
        assertThat(listener.client
                        .post("/__control/mode", "{\"perDay\":\"few\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theStateTellsOfTheBlock() {
        listener.mode("{\"mode\":\"extended\",\"perThirtySeconds\":0}");
        call();

        var state = listener.control("GET", "state", "").json();

        assertThat(state.get("mode").asText()).isEqualTo("extended");
        assertThat(state.get("blockedUntil").asText()).isEqualTo("2026-11-22T12:00:30Z");
        assertThat(state.get("liked")).hasSize(Listener.LIKED);
    }
}
