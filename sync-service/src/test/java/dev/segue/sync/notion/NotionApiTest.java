package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.sync.Silent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
}
