package dev.segue.local.containers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.RestartPolicy;
import dev.segue.testkit.TopicsMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/// A service whose broker has no address yet says so and ends; with the restart policy of `docker-compose.yml` it is
/// there
/// when the broker comes, and nobody has to help. (A broker that has an address and does not answer is waited for.)
@ExtendWith(DockerIsHere.class)
class LateBrokerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Network network = Network.newNetwork();
    private final GenericContainer<?> service = new GenericContainer<>(DockerImageName.parse("segue/metadata-service"))
            .withNetwork(network)
            .withTmpFs(Map.of("/tmp", "rw,exec"))
            .withEnv("SEGUE_API_TOKEN", "x")
            .withEnv("KAFKA_BOOTSTRAP_SERVERS", "broker:9092")
            .withCreateContainerCmdModifier(LateBrokerIT::restarted)
            .waitingFor(Wait.forLogMessage(".*resolve server broker:9092.*\\n", 1));
    private final GenericContainer<?> broker = new GenericContainer<>(DockerImageName.parse("apache/kafka:4.1.1"))
            .withNetwork(network)
            .withNetworkAliases("broker")
            .withEnv(Map.ofEntries(
                    Map.entry("KAFKA_NODE_ID", "1"),
                    Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                    Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://localhost:9093"),
                    Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://broker:9092"),
                    Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                    Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                    Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                    Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                    Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")))
            .waitingFor(Wait.forLogMessage(".*Kafka Server started.*\\n", 1));

    @AfterEach
    void stop() {
        service.stop();
        broker.stop();
        network.close();
    }

    @Test
    void aServiceNamesTheBrokerThatIsNotThereAndIsReadyWhenItHasCome() {
        service.start();
        broker.start();

        Once topics = new Once("segue/local", TopicsMain.class.getName())
                .in(network.getId())
                .withEnv("KAFKA_BOOTSTRAP_SERVERS", "broker:9092");
        assertThat(topics.run().status()).isZero();

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(readiness()).contains("200 OK"));
    }

    private static void restarted(CreateContainerCmd container) {
        requireNonNull(container.getHostConfig()).withRestartPolicy(RestartPolicy.unlessStoppedRestart());
    }

    /// As its health check asks.
    private String readiness() {
        String asking =
                "exec 3<>/dev/tcp/127.0.0.1/8082 && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && cat <&3";
        try {
            return service.execInContainer("bash", "-c", asking).getStdout();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }
}
