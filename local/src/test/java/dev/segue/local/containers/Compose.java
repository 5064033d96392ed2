package dev.segue.local.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.wait.strategy.Wait;

/// The compose file, unchanged, as a project of its own: a person's own containers and volumes are left alone. When it
/// is closed, nothing is left.
final class Compose implements AutoCloseable {

    static final String TOKEN = "token-of-the-tests";
    static final List<String> SERVICES =
            List.of("detection-service", "metadata-service", "sync-service", "processing-service");

    private static final Path ROOT = Path.of(System.getProperty("segue.root", ".."));
    private static final String PROJECT = "segue-test";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final DockerClient docker = DockerClientFactory.lazyClient();
    private final ComposeContainer containers;

    private Compose(Map<String, String> settings, List<String> profiles, int more) {
        Leftovers.remove(docker, PROJECT);
        containers = new ComposeContainer(
                        PROJECT, ROOT.resolve("docker-compose.yml").toFile())
                .withPull(false)
                .withBuild(true)
                .withOptions(
                        profiles.stream().map(profile -> "--profile " + profile).toArray(String[]::new))
                .withEnv(settings)
                .withEnv("SEGUE_API_TOKEN", TOKEN)
                .withStartupTimeout(PATIENCE);
        SERVICES.forEach(service -> containers.waitingFor(service, Wait.forHealthcheck()));
        if (more > 0) {
            containers.withScaledService("metadata-replica", more);
        }
    }

    /// What the demo consists of, built and started; returns when it is healthy.
    ///
    /// @param settings as they could stand in `.env`
    static Compose demo(Map<String, String> settings) {
        return started(new Compose(settings, List.of("demo"), 0));
    }

    /// The same with so many metadata-services.
    static Compose demo(Map<String, String> settings, int metadataServices) {
        return started(
                metadataServices == 1
                        ? new Compose(settings, List.of("demo"), 0)
                        : new Compose(settings, List.of("demo", "replicas"), metadataServices - 1));
    }

    /// With these profiles.
    static Compose of(Map<String, String> settings, String... profiles) {
        return started(new Compose(settings, List.of(profiles), 0));
    }

    private static Compose started(Compose compose) {
        try {
            compose.containers.start();
            return compose;
        } catch (RuntimeException failed) {
            compose.close();
            throw failed;
        }
    }

    DockerClient docker() {
        return docker;
    }

    ContainerState container(String service) {
        return containers
                .getContainerByServiceName(service)
                .orElseThrow(() -> new AssertionError("no container of " + service));
    }

    String id(String service) {
        return container(service).getContainerId();
    }

    InspectContainerResponse inspect(String service) {
        return docker.inspectContainerCmd(id(service)).exec();
    }

    /// How often Docker has started it again.
    int restarts(String service) {
        return inspect(service).getRestartCount();
    }

    /// Runs a program in a container, which may be killed meanwhile.
    void exec(String service, String... words) {
        String exec = docker.execCreateCmd(id(service)).withCmd(words).exec().getId();
        try {
            docker.execStartCmd(exec).exec(new ResultCallback.Adapter<Frame>()).awaitCompletion();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    boolean healthy(String service) {
        return container(service).isHealthy();
    }

    String network() {
        return Objects.requireNonNull(inspect("broker").getNetworkSettings())
                .getNetworks()
                .keySet()
                .iterator()
                .next();
    }

    /// Runs a program of the tests beside the broker.
    Once.End beside(Class<?> program, String... arguments) {
        String[] java = Stream.concat(
                        Stream.of("-XX:TieredStopAtLevel=1", "-cp", "/tests:/app/segue-local.jar:/app/lib/*"),
                        Stream.concat(Stream.of(program.getName()), Stream.of(arguments)))
                .toArray(String[]::new);
        return new Once("segue/local", java)
                .entrypoint("java")
                .in(network())
                .withEnv("KAFKA_BOOTSTRAP_SERVERS", "broker:9092")
                .withDirectory(ROOT.resolve("local/target/test-classes"), "/tests")
                .run();
    }

    /// Copies a directory out of a container.
    void copy(String service, String directory, Path to) throws IOException {
        try (InputStream sent = docker.copyArchiveFromContainerCmd(id(service), directory + "/.")
                        .exec();
                var files = new TarArchiveInputStream(sent)) {
            for (TarArchiveEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.isFile()) {
                    Path name = Path.of(file.getName()).getFileName();
                    Files.copy(files, to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @Override
    public void close() {
        containers.stop();
    }
}
