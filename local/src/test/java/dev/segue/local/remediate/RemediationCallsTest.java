package dev.segue.local.remediate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.segue.local.system.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of a remediation that is watched while sync-service is killed.
class RemediationCallsTest {

    private HttpServer server = answering(0, "COMPARING");
    private final int port = server.getAddress().getPort();

    private static HttpServer answering(int port, String state) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/remediations/1", call -> {
                byte[] body = ("{\"state\": \"" + state + "\"}").getBytes(StandardCharsets.UTF_8);
                call.sendResponseHeaders(200, body.length);
                try (var out = call.getResponseBody()) {
                    out.write(body);
                }
            });
            // an accepted call that ends without a word
            server.createContext("/remediations", call -> call.close());
            server.start();
            return server;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private RemediationCalls calls(Duration patience) {
        return new RemediationCalls(port, Optional.empty(), patience);
    }

    private void startAgain() {
        server = answering(port, "DONE");
    }

    @Test
    void aServiceThatIsKilledAndStartedAgainIsWaitedFor() {
        JsonNode report = calls(Duration.ofMinutes(1)).await("1", _ -> server.stop(0), this::startAgain);

        assertThat(report.path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void aServiceThatStaysAwayGoesOnByItselfLater() {
        assertThatThrownBy(() -> calls(Duration.ZERO).await("1", _ -> server.stop(0), () -> {}))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("sync-service does not answer on port " + port)
                .hasMessageContaining("the remediation goes on by itself when it runs again")
                .hasMessageContaining("http://127.0.0.1:" + port + "/remediations/1.html");
    }

    @Test
    void whoseRequestIsNotAnsweredMayAskAgain() {
        assertThatThrownBy(() -> calls(Duration.ZERO).begin(true))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("may have begun");
    }

    @Test
    void whereNobodyListensNothingHasBegun() {
        server.stop(0);

        assertThatThrownBy(() -> calls(Duration.ZERO).begin(true))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("sync-service does not answer on port " + port)
                .hasMessageNotContaining("begun");
    }
}
