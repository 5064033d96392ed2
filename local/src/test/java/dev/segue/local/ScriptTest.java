package dev.segue.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `segue` beside what looks as if it had been built, with JDKs that only say what they were asked for.
class ScriptTest {

    private static final String PATH = "/usr/bin:/bin";

    @TempDir
    private Path directory;

    @BeforeEach
    void build() throws IOException {
        Files.copy(Path.of("..", "segue"), directory.resolve("segue"));
        Files.createDirectories(directory.resolve("local/target/lib"));
        Files.createFile(directory.resolve("local/target/segue-local.jar"));
        for (String service : new String[] {"detection", "metadata", "sync", "processing"}) {
            Path app = directory.resolve(service + "-service/target/quarkus-app");
            Files.createFile(Files.createDirectories(app).resolve("quarkus-run.jar"));
        }
        script("mvnw", "set -u\necho \"mvnw $* in $HOME with $JAVA_HOME\"");
    }

    @Test
    void aJdkThatIsTooOldIsPassedOverWhereNothingElseIsSetButThePath() throws Exception {
        Path old = jdk("old", 17);
        Path good = jdk("good", 25);

        String said = segue(Map.of("PATH", good.resolve("bin") + ":" + PATH, "JAVA_HOME", old.toString()), "status");

        assertThat(said).isEqualTo("java of " + good + ": status");
    }

    @Test
    void theWrapperOfMavenIsToldWhoseHomeItIs() throws Exception {
        Path good = jdk("good", 25);

        String said = segue(Map.of("PATH", PATH, "JAVA_HOME", good.toString()), "test", "-q");

        assertThat(said).matches("mvnw verify -q in /.* with " + good);
    }

    @Test
    void theHomeThatIsSetStays() throws Exception {
        Path good = jdk("good", 25);

        String said = segue(Map.of("PATH", PATH, "JAVA_HOME", good.toString(), "HOME", "/my/home"), "test");

        assertThat(said).isEqualTo("mvnw verify in /my/home with " + good);
    }

    @Test
    void aDirectoryWithAColonIsRefusedInOneLine() throws Exception {
        Path place = Files.createDirectory(directory.toRealPath().resolve("a:b"));
        Path script = Files.copy(directory.resolve("segue"), place.resolve("segue"));

        Process process = new ProcessBuilder("/bin/bash", script.toString(), "status")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8).strip())
                .startsWith("segue: Java takes a colon")
                .contains(place.toString())
                .hasLineCount(1);
        assertThat(process.waitFor()).isOne();
    }

    /// What it prints, on both streams, with only these settings.
    private String segue(Map<String, String> environment, String command, String... arguments) throws Exception {
        var builder = new ProcessBuilder("/bin/bash", directory.resolve("segue").toString(), command);
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    private Path jdk(String name, int version) throws IOException {
        Path home = Files.createDirectories(directory.toRealPath().resolve(name));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
        script(name + "/bin/javac", "");
        script(name + "/bin/java", "echo \"java of " + home + ": ${@: -1}\"");
        return home;
    }

    private void script(String name, String lines) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/bash\n" + lines + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
