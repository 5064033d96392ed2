package dev.segue.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {

    @TempDir
    Path directory;

    @Test
    void theSettingThatWasRefusedExplainsBest() throws IOException {
        Log log = written("""
                10:00:00 ERROR Application: Failed to start application: io.smallrye.config.ConfigValidationException
                SRCFG00014: The config property segue.sql.url is required but it could not be found
                Caused by: java.lang.IllegalStateException: something else
                """);

        assertThat(log.lastError())
                .contains("SRCFG00014: The config property segue.sql.url is required but it could not be found");
    }

    @Test
    void memoryThatIsUsedUpExplainsMoreThanWhatFailedForIt() throws IOException {
        Log log = written("""
                2026-11-22 10:00:00,1 ERROR [io.qua.run.Application] (main) a request failed
                Caused by: java.lang.IllegalStateException: whatever
                Terminating due to java.lang.OutOfMemoryError: Java heap space
                """);

        assertThat(log.lastError()).contains("OutOfMemoryError: Java heap space");
    }

    @Test
    void theInnermostCauseIsTold() throws IOException {
        Log log = written("""
                2026-11-22 10:00:00,1 ERROR [io.qua.run.Application] (main) Failed to start application
                Caused by: java.lang.RuntimeException: outer
                Caused by: java.sql.SQLException: [SQLITE_FULL] database or disk is full
                """);

        assertThat(log.lastError()).contains("SQLException: [SQLITE_FULL] database or disk is full");
    }

    @Test
    void anErrorLineIsToldWithoutItsDecoration() throws IOException {
        Log log = written("2026-11-22 10:00:00,123 ERROR [io.quarkus] (main) Port 8082 seems to be in use\n");

        assertThat(log.lastError()).contains("Port 8082 seems to be in use");
    }

    @Test
    void aLastWordWithoutALevelIsTold() throws IOException {
        Log log = written("""
                10:00:00.000 INFO  quarkus: starting
                the catalogue library.db cannot be used: the file is damaged
                10:00:01.000 INFO  quarkus: stopped
                """);

        assertThat(log.lastError()).contains("the catalogue library.db cannot be used: the file is damaged");
    }

    @Test
    void aLogOfOrdinaryLinesExplainsNothing() throws IOException {
        Log log = written("10:00:00.000 INFO  quarkus: sync-service started in 1.2s. Listening on http://127.0.0.1\n");

        assertThat(log.lastError()).isEmpty();
    }

    @Test
    void errorsOfAnEarlierStartDoNotCount() throws IOException {
        Path file = directory.resolve("x.log");
        Files.writeString(file, "ERROR [a] (main) yesterday's\n");

        assertThat(Log.open(file).lastError()).isEmpty();
    }

    @Test
    void oneOlderFileIsKept() throws IOException {
        Path file = directory.resolve("x.log");
        Files.write(file, new byte[9 << 20]);

        Log.open(file);

        assertThat(file).doesNotExist();
        assertThat(directory.resolve("x.log.1")).exists();
    }

    private Log written(String text) throws IOException {
        Path file = directory.resolve("x.log");
        Log log = Log.open(file);
        Files.writeString(file, text);
        return log;
    }
}
