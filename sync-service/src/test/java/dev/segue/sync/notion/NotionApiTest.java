package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Silent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class NotionApiTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    @TempDir
    private Path directory;

    @Test
    @Timeout(30)
    void anAnswerThatStopsAmidIsNotWaitedForWithoutEnd() throws Exception {
        Gate gate = Gate.passing(Memory.at(directory.resolve("notion.json"), "", Map.of()), Clock.systemUTC());
        try (var silent = new Silent();
                var api = new NotionApi(silent.address(), "token", 3, gate, PATIENCE)) {
            Reply reply = api.post("/pages", NotionApi.JSON.createObjectNode());

            assertThat(reply)
                    .isInstanceOfSatisfying(
                            Reply.Lost.class, lost -> assertThat(lost.over()).isFalse());
        }
    }

    @Test
    void whatAProxySaysIsNoRefusalOfNotion() throws IOException {
        Reply page = answered(400, "<html><body>Bad request</body></html>");
        Reply json = answered(403, "{\"error\": \"sign in first\"}");

        assertThat(List.of(page, json))
                .allSatisfy(reply -> assertThat(reply)
                        .isInstanceOfSatisfying(
                                Reply.Lost.class,
                                lost -> assertThat(lost.over()).isTrue()));
        assertThatThrownBy(page::body)
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessage("Notion: answered 400 and not as Notion does; is there a proxy on the way?");
    }

    @Test
    void whatNotionRefusesIsSaidInItsWords() throws IOException {
        Reply reply = answered(
                400, "{\"object\": \"error\", \"status\": 400, \"code\": \"validation_error\", \"message\": \"no\"}");

        assertThat(reply).isEqualTo(new Reply.Refused(400, "validation_error", "no"));
    }

    private Reply answered(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        Gate gate = Gate.passing(Memory.at(directory.resolve("notion.json"), "", Map.of()), Clock.systemUTC());
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try (var api = new NotionApi(address, "token", 3, gate, Duration.ofSeconds(20))) {
            return api.post("/pages", NotionApi.JSON.createObjectNode());
        } finally {
            server.stop(0);
        }
    }
}
