package dev.segue.local.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Whether each object that speaks of pods, by their labels, speaks of some that are there.
final class Selectors {

    private Selectors() {}

    static Stream<String> complaints(Shape shape) {
        return Stream.of(
                        shape.all(Service.class)
                                .flatMap(it -> found(shape, it, it.getSpec().getSelector())),
                        shape.all(PodDisruptionBudget.class)
                                .flatMap(it ->
                                        found(shape, it, labels(it.getSpec().getSelector()))),
                        shape.all(NetworkPolicy.class)
                                .flatMap(it -> policySelectors(it).flatMap(labels -> found(shape, it, labels))),
                        shape.all(Deployment.class)
                                .flatMap(it -> own(
                                        it,
                                        it.getSpec().getSelector(),
                                        it.getSpec().getTemplate())),
                        shape.all(StatefulSet.class)
                                .flatMap(it -> own(
                                        it,
                                        it.getSpec().getSelector(),
                                        it.getSpec().getTemplate())),
                        shape.all(ScaledObject.class).flatMap(it -> scaled(shape, it)))
                .flatMap(complaints -> complaints);
    }

    private static Stream<String> found(Shape shape, HasMetadata by, Map<String, String> labels) {
        return shape.pods().anyMatch(pod -> pod.has(labels))
                ? Stream.of()
                : Stream.of(Shape.name(by) + " selects no pod by " + labels);
    }

    private static Stream<String> own(HasMetadata by, LabelSelector selector, PodTemplateSpec template) {
        Map<String, String> labels = labels(selector);
        return !labels.isEmpty() && new Shape.Owned("", template, List.of()).has(labels)
                ? Stream.of()
                : Stream.of(Shape.name(by) + " does not select its own pods by " + labels);
    }

    private static Stream<String> scaled(Shape shape, ScaledObject scaled) {
        ScaledObject.Target target = scaled.spec().scaleTargetRef();
        return shape.objects().stream().map(Shape::name).anyMatch((target.kind() + ' ' + target.name())::equals)
                ? Stream.of()
                : Stream.of(Shape.name(scaled) + " scales " + target + ", which is not there");
    }

    /// Selectors of pods of ours; an operator's pods come from the operator.
    private static Stream<Map<String, String>> policySelectors(NetworkPolicy policy) {
        Stream<NetworkPolicyPeer> peers = Stream.concat(
                policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()));
        return Stream.concat(
                        Stream.of(policy.getSpec().getPodSelector()),
                        peers.filter(peer -> peer.getNamespaceSelector() == null)
                                .map(NetworkPolicyPeer::getPodSelector))
                .filter(Objects::nonNull)
                .map(Selectors::labels)
                .filter(labels -> labels.keySet().stream().noneMatch(label -> label.startsWith("strimzi.io/")));
    }

    static Map<String, String> labels(LabelSelector selector) {
        return Objects.requireNonNullElse(selector.getMatchLabels(), Map.of());
    }
}
