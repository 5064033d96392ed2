package dev.segue.local.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.IsRunningStartupCheckStrategy;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.DockerStatus;

/// A container that runs to its end, and is gone then: with a read-only file system, as in compose.
final class Once extends GenericContainer<Once> {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /// @param status of the program
    /// @param out    what it wrote, errors included
    record End(int status, String out) {}

    Once(String image, String... command) {
        super(DockerImageName.parse(image));
        withCommand(command);
        withTmpFs(Map.of("/tmp", "rw,exec"));
        withStartupCheckStrategy(new Over().withTimeout(LIMIT));
        with(cmd -> Objects.requireNonNull(cmd.getHostConfig()).withReadonlyRootfs(true));
    }

    /// Changes how the container is made.
    Once with(Consumer<CreateContainerCmd> change) {
        return withCreateContainerCmdModifier(change);
    }

    /// As another user.
    Once as(String user) {
        return with(cmd -> cmd.withUser(user));
    }

    Once entrypoint(String... words) {
        return with(cmd -> cmd.withEntrypoint(words));
    }

    /// With a directory of this machine, to read.
    Once withDirectory(Path here, String there) {
        var bind = new Bind(here.toAbsolutePath().normalize().toString(), new Volume(there), AccessMode.ro);
        return with(cmd -> Objects.requireNonNull(cmd.getHostConfig()).withBinds(bind));
    }

    /// In a network that is there.
    Once in(String network) {
        return withNetworkMode(network);
    }

    /// One that does not end, after all.
    Once staying() {
        return withStartupCheckStrategy(new IsRunningStartupCheckStrategy());
    }

    End run() {
        try (Once running = this) {
            running.start();
            Long status = running.getCurrentContainerInfo().getState().getExitCodeLong();
            return new End(Math.toIntExact(Objects.requireNonNull(status)), running.getLogs());
        }
    }

    /// Whatever its status is.
    private static final class Over extends StartupCheckStrategy {

        @Override
        public StartupStatus checkStartupState(DockerClient docker, String id) {
            return DockerStatus.isContainerStopped(getCurrentState(docker, id))
                    ? StartupStatus.SUCCESSFUL
                    : StartupStatus.NOT_YET_KNOWN;
        }
    }
}
