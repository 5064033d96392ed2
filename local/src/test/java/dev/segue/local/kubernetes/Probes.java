package dev.segue.local.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// How Kubernetes learns how a container is.
final class Probes {

    /// Paths of a service that need no token. "started" is not among them: it waits for the broker, which no restart
    /// brings back.
    private static final Set<String> PATHS = Set.of("/q/health/live", "/q/health/ready");

    private Probes() {}

    static Stream<Probe> of(Container container) {
        return Stream.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe())
                .filter(Objects::nonNull);
    }

    /// Containers that stay, and are not asked in all three ways, or at a path that is not there.
    static Stream<String> complaints(Shape.Owned pod) {
        return pod.runsForEver() ? pod.staying().flatMap(Probes::ofTheContainer) : Stream.of();
    }

    private static Stream<String> ofTheContainer(Container container) {
        return Stream.concat(
                of(container).count() == 3 ? Stream.of() : Stream.of(container.getName() + " has not all three probes"),
                of(container)
                        .map(Probe::getHttpGet)
                        .filter(Objects::nonNull)
                        .map(HTTPGetAction::getPath)
                        .filter(path -> container.getImage().startsWith("segue/") && !PATHS.contains(path))
                        .map(path -> container.getName() + " is asked at " + path));
    }
}
