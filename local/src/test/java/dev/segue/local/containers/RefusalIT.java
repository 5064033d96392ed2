package dev.segue.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.local.containers.Command.End;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot work says why, in one line, and ends.
class RefusalIT {

    private static final Path ROOT = Path.of(System.getProperty("segue.root", ".."));
    private static final Command DOCKER = new Command(ROOT, Map.of());

    @BeforeAll
    static void build() {
        new Command(ROOT, Map.of("SEGUE_API_TOKEN", "none"))
                .must(List.of("docker", "compose", "--profile", "demo", "build"));
    }

    @Test
    void composeWantsAToken() {
        End end = docker("compose", "--env-file", "/dev/null", "config");

        assertThat(end.status()).isNotZero();
        assertThat(end.out()).contains("SEGUE_API_TOKEN").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"detection-service", "metadata-service", "sync-service", "processing-service"})
    void imageWantsAToken(String service) {
        End end = run("segue/" + service);

        assertThat(end.status()).isEqualTo(1);
        assertThat(end.out().lines().filter(line -> line.contains("segue.api-token is missing")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"detection-service", "metadata-service", "sync-service", "processing-service", "local"})
    void imageHasNoRootAndNoSecret(String image) {
        String config =
                docker("inspect", "-f", "{{json .Config}}", "segue/" + image).out();

        assertThat(config).contains("\"User\":\"10001:0\"").contains("org.opencontainers.image.title");
        assertThat(config.toLowerCase(java.util.Locale.ROOT)).doesNotContain("secret", "password", "api_token");
    }

    @Test
    void directoryWithoutPermissionIsNamed() {
        End end = run(
                "-e",
                "SEGUE_API_TOKEN=x",
                "-e",
                "SEGUE_SQL_URL=jdbc:sqlite:/state/library.db",
                "--user",
                "20000:20000",
                "segue/sync-service");

        assertThat(end.status()).isEqualTo(1);
        assertThat(end.out()).contains("/state/library.db").contains("cannot be used");
    }

    @Test
    void brokerThatNeverComesIsNamed() {
        End end = run(
                "-e",
                "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:9",
                "-e",
                "KAFKA_DEFAULT_API_TIMEOUT_MS=3000",
                "-e",
                "KAFKA_REQUEST_TIMEOUT_MS=2000",
                "segue/local",
                "dev.segue.testkit.TopicsMain");

        assertThat(end.status()).isEqualTo(1);
        assertThat(end.out()).contains("topics: 127.0.0.1:9: the broker does not answer");
    }

    private static End run(String... words) {
        return docker(Stream.concat(Stream.of("run", "--rm", "--read-only", "--tmpfs", "/tmp:exec"), Stream.of(words))
                .toArray(String[]::new));
    }

    private static End docker(String... words) {
        return DOCKER.run(Stream.concat(Stream.of("docker"), Stream.of(words)).toList());
    }
}
