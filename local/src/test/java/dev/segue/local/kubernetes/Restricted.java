package dev.segue.local.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What the pod-security profile `restricted` asks for, and a read-only root file system besides.
final class Restricted {

    private Restricted() {}

    /// What is too much about `pod`.
    static Stream<String> complaints(Shape.Owned pod) {
        return Stream.concat(
                        ofThePod(pod.template().getSpec()), pod.containers().flatMap(Restricted::ofTheContainer))
                .map(complaint -> pod.owner() + ": " + complaint);
    }

    private static Stream<String> ofThePod(PodSpec pod) {
        var security = pod.getSecurityContext();
        return Stream.of(
                        unless(security != null && Boolean.TRUE.equals(security.getRunAsNonRoot()), "may run as root"),
                        unless(
                                security != null && Objects.requireNonNullElse(security.getRunAsUser(), 0L) > 0,
                                "no user"),
                        unless(
                                security != null
                                        && security.getSeccompProfile() != null
                                        && "RuntimeDefault"
                                                .equals(security.getSeccompProfile()
                                                        .getType()),
                                "seccomp is not RuntimeDefault"),
                        unless(Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()), "may ask the API server"),
                        unless(Boolean.FALSE.equals(pod.getEnableServiceLinks()), "has service links"),
                        unless(
                                pod.getHostNetwork() == null && pod.getHostPID() == null && pod.getHostIPC() == null,
                                "sees the host"),
                        unless(pod.getVolumes().stream().allMatch(Restricted::harmless), "has a volume of the host"))
                .flatMap(complaints -> complaints);
    }

    private static boolean harmless(Volume volume) {
        return volume.getConfigMap() != null
                || volume.getSecret() != null
                || volume.getEmptyDir() != null
                || volume.getPersistentVolumeClaim() != null;
    }

    private static Stream<String> ofTheContainer(Container container) {
        SecurityContext security = container.getSecurityContext();
        return security == null
                ? Stream.of(container.getName() + " says nothing of its rights")
                : Stream.of(
                                unless(Boolean.FALSE.equals(security.getAllowPrivilegeEscalation()), "may gain rights"),
                                unless(Boolean.TRUE.equals(security.getReadOnlyRootFilesystem()), "writes to its root"),
                                unless(
                                        security.getCapabilities() != null
                                                && security.getCapabilities()
                                                        .getDrop()
                                                        .equals(List.of("ALL"))
                                                && security.getCapabilities()
                                                        .getAdd()
                                                        .isEmpty(),
                                        "keeps capabilities"),
                                unless(!Boolean.TRUE.equals(security.getPrivileged()), "is privileged"))
                        .flatMap(complaints -> complaints)
                        .map(complaint -> container.getName() + " " + complaint);
    }

    private static Stream<String> unless(boolean right, String complaint) {
        return right ? Stream.of() : Stream.of(complaint);
    }
}
