package dev.segue.local.containers;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
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
        int before = restarts(compose, service);
        String pid = compose.inspect(service, ".State.Pid");
        compose.docker(
                "run",
                "--rm",
                "--pid=host",
                "--user=0",
                "--cap-drop=ALL",
                "--cap-add=KILL",
                "--entrypoint=bash",
                "segue/local",
                "-c",
                "kill -9 " + pid);
        await().atMost(PATIENCE).until(() -> restarts(compose, service) > before);
    }

    private static void cutOff(Compose compose, String service) {
        compose.docker("network", "disconnect", compose.network(), compose.container(service));
        pass();
        compose.docker("network", "connect", "--alias", service, compose.network(), compose.container(service));
    }

    private static void pause(Compose compose, String service) {
        compose.docker("pause", compose.container(service));
        pass();
        compose.docker("unpause", compose.container(service));
    }

    /// Whoever is killed when memory is short, it shall be the service: that it says of itself.
    private static void starve(Compose compose, String service) {
        int before = restarts(compose, service);
        String glutton = "echo 1000 >/proc/1/oom_score_adj && x=$(head -c 1G /dev/zero | tr '\\0' x)";
        compose.triedDocker("exec", compose.container(service), "bash", "-c", glutton);
        await().atMost(PATIENCE).until(() -> restarts(compose, service) > before);
    }

    private static int restarts(Compose compose, String service) {
        return Integer.parseInt(compose.inspect(service, ".RestartCount"));
    }

    private static void pass() {
        await().pollDelay(WHILE).atMost(WHILE.multipliedBy(2)).until(() -> true);
    }
}
