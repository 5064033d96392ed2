package dev.segue.local.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether the ConfigMaps, Secrets, claims and volumes that a pod names are there.
final class Names {

    /// The secret that a person makes, and the page that says what is in it.
    private static final String OURS = "segue";

    private static final String PAGE = "kubernetes.md";
    private static final Set<String> KEYS_OF_A_KAFKA_USER = Set.of("password", "sasl.jaas.config");

    private Names() {}

    static Stream<String> complaints(Shape shape, Shape.Owned pod) {
        Set<String> volumes = pod.volumes().map(Volume::getName).collect(Collectors.toSet());
        volumes.addAll(pod.claimed());
        return Stream.of(
                        pod.volumes().flatMap(volume -> ofVolume(shape, volume)),
                        pod.containers()
                                .flatMap(container -> container.getVolumeMounts().stream())
                                .map(VolumeMount::getName)
                                .filter(mounted -> !volumes.contains(mounted))
                                .map(mounted -> "no volume " + mounted),
                        pod.containers().flatMap(container -> ofEnvironment(shape, container)))
                .flatMap(complaints -> complaints)
                .map(complaint -> pod.owner() + ": " + complaint);
    }

    private static Stream<String> ofVolume(Shape shape, Volume volume) {
        if (volume.getPersistentVolumeClaim() != null) {
            return missing(
                    shape,
                    PersistentVolumeClaim.class,
                    volume.getPersistentVolumeClaim().getClaimName());
        }
        if (volume.getConfigMap() != null) {
            return missing(shape, ConfigMap.class, volume.getConfigMap().getName());
        }
        return Stream.ofNullable(volume.getSecret())
                .map(secret -> secret.getSecretName())
                .filter(secret -> shape.all(Kafka.class)
                        .noneMatch(kafka -> secret.equals(kafka.getMetadata().getName() + "-cluster-ca-cert")))
                .map(secret -> "no Secret " + secret);
    }

    private static Stream<String> ofEnvironment(Shape shape, Container container) {
        return Stream.concat(
                container.getEnvFrom().stream()
                        .flatMap(from -> missing(
                                shape, ConfigMap.class, from.getConfigMapRef().getName())),
                container.getEnv().stream()
                        .map(EnvVar::getValueFrom)
                        .flatMap(Stream::ofNullable)
                        .flatMap(from -> Stream.ofNullable(from.getSecretKeyRef()))
                        .filter(secret -> !isThere(shape, secret))
                        .map(secret -> "no " + secret.getKey() + " in Secret " + secret.getName()));
    }

    private static boolean isThere(Shape shape, SecretKeySelector secret) {
        boolean generated = shape.all(Secret.class)
                .filter(it -> it.getMetadata().getName().equals(secret.getName()))
                .anyMatch(it -> it.getData().containsKey(secret.getKey()));
        boolean made = (secret.getName().equals(OURS) || Boolean.TRUE.equals(secret.getOptional()))
                && Documented.cells(PAGE).anyMatch(secret.getKey()::equals);
        boolean fromStrimzi = KEYS_OF_A_KAFKA_USER.contains(secret.getKey())
                && shape.all(KafkaUser.class)
                        .anyMatch(user -> user.getMetadata().getName().equals(secret.getName()));
        return generated || made || fromStrimzi;
    }

    private static Stream<String> missing(Shape shape, Class<? extends HasMetadata> type, String name) {
        return shape.all(type).anyMatch(it -> it.getMetadata().getName().equals(name))
                ? Stream.of()
                : Stream.of("no " + type.getSimpleName() + ' ' + name);
    }
}
