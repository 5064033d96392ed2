package dev.segue.local.kubernetes;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Whether every setting that a pod gets is one, and the paths among them are in a volume.
final class Settings {

    private static final String SQLITE = "jdbc:sqlite:";

    private Settings() {}

    /// Settings that `docs/configuration.md` does not know.
    static Stream<String> unknown(Shape shape) {
        Stream<String> set = Stream.concat(
                shape.settings().keySet().stream(),
                shape.pods()
                        .flatMap(Shape.Owned::containers)
                        .flatMap(container -> container.getEnv().stream().map(EnvVar::getName)));
        return set.filter(name -> name.startsWith("SEGUE_"))
                .filter(name -> !Documented.settings().containsKey(name))
                .map(name -> name + " is not in docs/configuration.md");
    }

    /// Paths that a service reads, and that are in none of its volumes: they could not be written, or would be lost.
    static Stream<String> nowhere(Shape shape, Shape.Owned pod) {
        Map<String, String> readers = Documented.settings();
        return settings(shape, pod).entrySet().stream()
                .filter(setting -> isReadBy(readers.getOrDefault(setting.getKey(), ""), pod))
                .map(setting -> Map.entry(setting.getKey(), path(setting.getValue())))
                .filter(setting -> setting.getValue().startsWith("/"))
                .filter(setting -> pod.staying()
                        .flatMap(container -> container.getVolumeMounts().stream())
                        .map(VolumeMount::getMountPath)
                        .noneMatch(mount -> isIn(setting.getValue(), mount)))
                .map(setting -> pod.owner() + " has no volume for " + setting);
    }

    private static Map<String, String> settings(Shape shape, Shape.Owned pod) {
        var settings = new HashMap<>(shape.settings());
        pod.staying()
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValue() != null)
                .forEach(variable -> settings.put(variable.getName(), variable.getValue()));
        return settings;
    }

    private static boolean isReadBy(String readers, Shape.Owned pod) {
        return Arrays.stream(readers.split(", "))
                .anyMatch(reader -> reader.equals("all") || pod.owner().endsWith(" " + reader + "-service"));
    }

    private static String path(String value) {
        return value.startsWith(SQLITE) ? value.substring(SQLITE.length()) : value;
    }

    private static boolean isIn(String path, String directory) {
        return path.equals(directory) || path.startsWith(directory + '/');
    }
}
