package dev.segue.local.containers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.ContainerConfig;
import dev.segue.local.containers.Once.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.wait.strategy.Wait;

/// What cannot work says why, in one line, and ends.
@ExtendWith(DockerIsHere.class)
class RefusalIT {

    private static final Path ROOT = Path.of(System.getProperty("segue.root", ".."));

    @BeforeAll
    static void build() {
        new Command(ROOT, Map.of("SEGUE_API_TOKEN", "none"))
                .must(List.of("docker", "compose", "--profile", "demo", "build"));
    }

    @Test
    void composeWantsAToken() {
        Command.End end =
                new Command(ROOT, Map.of()).run(List.of("docker", "compose", "--env-file", "/dev/null", "config"));

        assertThat(end.status()).isNotZero();
        assertThat(end.out()).contains("SEGUE_API_TOKEN").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"detection-service", "metadata-service", "sync-service", "processing-service"})
    void imageWantsAToken(String service) {
        End end = service(service).run();

        assertThat(end.status()).isEqualTo(1);
        assertThat(end.out().lines().filter(line -> line.contains("segue.api-token is missing")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"detection-service", "metadata-service", "sync-service", "processing-service", "local"})
    void imageHasNoRootAndNoSecret(String image) {
        ContainerConfig config = requireNonNull(DockerClientFactory.lazyClient()
                .inspectImageCmd("segue/" + image)
                .exec()
                .getConfig());

        assertThat(config.getUser()).isEqualTo("10001:0");
        assertThat(config.getLabels())
                .containsKeys("org.opencontainers.image.title", "org.opencontainers.image.version");
        assertThat(requireNonNull(config.getEnv()))
                .noneMatch(setting -> setting.toUpperCase(Locale.ROOT).matches(".*(SECRET|PASSWORD|TOKEN).*"));
    }

    @Test
    void directoryWithoutPermissionIsNamed() {
        End end = service("sync-service")
                .as("20000:20000")
                .withEnv("SEGUE_API_TOKEN", "x")
                .withEnv("SEGUE_SQL_URL", "jdbc:sqlite:/state/library.db")
                .run();

        assertThat(end.status()).isEqualTo(1);
        assertThat(end.out()).contains("/state/library.db").contains("cannot be used");
    }

    @Test
    void backupWithoutPermissionIsNamed(@TempDir Path temporary) throws IOException {
        Path backup = Files.createDirectory(
                temporary.resolve("backup"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        try (Once service = service("metadata-service")
                .as("20000:20000")
                .withEnv("SEGUE_API_TOKEN", "x")
                .withDirectory(backup, "/backup")
                .staying()
                .waitingFor(Wait.forLogMessage(".*no permission to read directory /backup.*\\n", 1))) {
            service.start();

            assertThat(service.isRunning()).isTrue(); // it looks again: permissions can be given
        }
    }

    @Test
    void brokerThatNeverComesIsNamed() {
        End end = new Once("segue/local", "dev.segue.testkit.TopicsMain")
                .withEnv("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9")
                .withEnv("KAFKA_DEFAULT_API_TIMEOUT_MS", "3000")
                .withEnv("KAFKA_REQUEST_TIMEOUT_MS", "2000")
                .run();

        assertThat(end.status()).isEqualTo(1);
        assertThat(end.out()).contains("topics: 127.0.0.1:9: the broker does not answer");
    }

    private static Once service(String name) {
        return new Once("segue/" + name);
    }
}
