package dev.segue.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.testkit.SampleLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a process of its own, with less memory than the backup takes.
class OutOfMemoryTest {

    private static final int TRACKS = 60_000;

    @TempDir
    private Path directory;

    @Test
    void aBackupThatIsTooLargeForTheMemoryIsToldInOneLine() throws Exception {
        Path backup = Files.createDirectory(directory.resolve("backup"));
        SampleLibrary.write(backup, TRACKS, 0, 0, 7);
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsegue.installation=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.segue.local.Segue",
                "run",
                backup.toString());

        var program = new ProcessBuilder(command).redirectErrorStream(true);
        // the JVM would tell of them
        program.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process launcher = program.start();
        String said = new String(launcher.getInputStream().readAllBytes(), UTF_8);

        assertThat(launcher.waitFor()).isEqualTo(1);
        assertThat(said).startsWith("segue: out of memory").hasLineCount(1);
    }
}
