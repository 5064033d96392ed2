package dev.segue.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("replaces standard error")
class LauncherLogTest {

    @TempDir
    private Path directory;

    @Test
    void aLogThatCannotBeWrittenIsNoMatterForThePerson() throws IOException {
        Path inTheWay = Files.createFile(directory.resolve("logs"));
        PrintStream err = System.err;
        var complained = new ByteArrayOutputStream();
        System.setErr(new PrintStream(complained, true, UTF_8));

        try {
            new LauncherLog(inTheWay.resolve("launcher.log")).publish(new LogRecord(Level.SEVERE, "unexpected"));
        } finally {
            System.setErr(err);
        }

        assertThat(complained.toString(UTF_8)).isEmpty();
    }
}
