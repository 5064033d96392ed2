package dev.segue.local.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Map;
import java.util.stream.Stream;

/// Whether ports that are meant by name are there. Those of our own pods always are.
final class PortNames {

    private PortNames() {}

    static Stream<String> complaints(Shape shape) {
        return Stream.of(
                        shape.all(Service.class).flatMap(it -> ofService(shape, it)),
                        shape.all(NetworkPolicy.class).flatMap(it -> ofPolicy(shape, it)),
                        shape.pods().flatMap(PortNames::ofProbes))
                .flatMap(complaints -> complaints);
    }

    private static Stream<String> ofService(Shape shape, Service service) {
        return service.getSpec().getPorts().stream()
                .filter(port -> !isThere(shape, service.getSpec().getSelector(), port.getTargetPort()))
                .map(port -> Shape.name(service) + " leads to no port " + port.getTargetPort());
    }

    private static Stream<String> ofPolicy(Shape shape, NetworkPolicy policy) {
        return policy.getSpec().getIngress().stream()
                .flatMap(rule -> rule.getPorts().stream())
                .filter(port ->
                        !isThere(shape, Selectors.labels(policy.getSpec().getPodSelector()), port.getPort()))
                .map(port -> Shape.name(policy) + " opens no port " + port.getPort());
    }

    private static boolean isThere(Shape shape, Map<String, String> labels, IntOrString port) {
        return shape.pods()
                .filter(pod -> pod.has(labels))
                .flatMap(Shape.Owned::staying)
                .anyMatch(container -> has(container, port));
    }

    private static boolean has(Container container, IntOrString port) {
        return container.getPorts().stream()
                .map(ContainerPort::getName)
                .anyMatch(name -> name.equals(port.getStrVal()));
    }

    private static Stream<String> ofProbes(Shape.Owned pod) {
        return pod.staying()
                .flatMap(container -> Probes.of(container)
                        .flatMap(PortNames::port)
                        .filter(port -> !has(container, port))
                        .map(port -> pod.owner() + " probes no port " + port));
    }

    private static Stream<IntOrString> port(Probe probe) {
        return Stream.concat(
                Stream.ofNullable(probe.getHttpGet()).map(HTTPGetAction::getPort),
                Stream.ofNullable(probe.getTcpSocket()).map(TCPSocketAction::getPort));
    }
}
