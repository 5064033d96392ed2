package dev.segue.local.containers;

import com.github.dockerjava.api.DockerClient;
import java.util.Map;
import java.util.Optional;

/// What an earlier run of the tests has left that was itself killed.
final class Leftovers {

    private static final String PROJECT = "com.docker.compose.project";

    private Leftovers() {}

    /// Removes containers, networks and volumes of all projects whose names begin with `prefix`.
    static void remove(DockerClient docker, String prefix) {
        docker.listContainersCmd().withShowAll(true).exec().stream()
                .filter(container -> isOf(prefix, container.getLabels()))
                .forEach(container -> docker.removeContainerCmd(container.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
        docker.listNetworksCmd().exec().stream()
                .filter(network -> isOf(prefix, network.getLabels()))
                .forEach(network -> docker.removeNetworkCmd(network.getId()).exec());
        docker.listVolumesCmd().exec().getVolumes().stream()
                .filter(volume -> isOf(prefix, volume.getLabels()))
                .forEach(volume -> docker.removeVolumeCmd(volume.getName()).exec());
    }

    private static boolean isOf(String prefix, Map<String, String> labels) {
        return Optional.ofNullable(labels)
                .map(all -> all.get(PROJECT))
                .filter(project -> project.startsWith(prefix))
                .isPresent();
    }
}
