package dev.segue.local.containers;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;

/// Something that happens to one of the containers while it works. When it is over, nobody has helped.
///
/// @param kind    what happens
/// @param service to whom
record Fault(Kind kind, String service) {

    /// What happens.
    enum Kind {
        /// `kill -9` of the process inside; the restart policy brings it back
        KILLED(Fault::kill),
        /// off the network for ten seconds
        CUT_OFF(Fault::cutOff),
        /// not a single step for ten seconds
        PAUSED(Fault::pause),
        /// all that its memory limit allows is taken by something else: the kernel kills it
        STARVED(Fault::starve);

        private final BiConsumer<Compose, String> strike;

        Kind(BiConsumer<Compose, String> strike) {
            this.strike = strike;
        }
    }

    private static final Duration WHILE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    void strike(Compose compose) {
        kind.strike.accept(compose, service);
    }

    /// The playlist whose tracks are on their way then.
    String playlist() {
        return kind.name().charAt(0)
                + (kind.name().substring(1) + service).toLowerCase(Locale.ROOT).replaceAll("\\W|_", "");
    }

    @Override
    public String toString() {
        return service + " " + kind;
    }

    private static void kill(Compose compose, String service) {
        int before = compose.restarts(service);
        Long pid = compose.inspect(service).getState().getPidLong();
        new Once("segue/local", "-c", "kill -9 " + pid)
                .entrypoint("bash")
                .as("0")
                .with(cmd -> Objects.requireNonNull(cmd.getHostConfig())
                        .withPidMode("host")
                        .withCapDrop(Capability.ALL)
                        .withCapAdd(Capability.KILL))
                .run();
        await().atMost(PATIENCE).until(() -> compose.restarts(service) > before);
    }

    private static void cutOff(Compose compose, String service) {
        String network = compose.network();
        String id = compose.id(service);
        compose.docker()
                .disconnectFromNetworkCmd()
                .withNetworkId(network)
                .withContainerId(id)
                .exec();
        pass();
        compose.docker()
                .connectToNetworkCmd()
                .withNetworkId(network)
                .withContainerId(id)
                .withContainerNetwork(new ContainerNetwork().withAliases(service))
                .exec();
    }

    private static void pause(Compose compose, String service) {
        compose.docker().pauseContainerCmd(compose.id(service)).exec();
        pass();
        compose.docker().unpauseContainerCmd(compose.id(service)).exec();
    }

    /// Whoever is killed when memory is short, it shall be the service: that it says of itself.
    private static void starve(Compose compose, String service) {
        int before = compose.restarts(service);
        String glutton = "echo 1000 >/proc/1/oom_score_adj && x=$(head -c 1G /dev/zero | tr '\\0' x)";
        compose.exec(service, "bash", "-c", glutton);
        await().atMost(PATIENCE).until(() -> compose.restarts(service) > before);
    }

    private static void pass() {
        await().pollDelay(WHILE).atMost(WHILE.multipliedBy(2)).until(() -> true);
    }
}
