package dev.segue.local.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A `kustomization.yaml`, with those of its fields that we use.
record Kustomization(
        String apiVersion,
        String kind,
        String namespace,
        List<String> resources,
        List<String> components,
        List<Generator> configMapGenerator,
        List<Generator> secretGenerator,
        List<Labels> labels,
        List<Patch> patches) {

    /// Makes a ConfigMap or a Secret.
    record Generator(String name, String behavior, List<String> envs, List<String> files, List<String> literals) {
        Generator {
            envs = orEmpty(envs);
            files = orEmpty(files);
            literals = orEmpty(literals);
        }
    }

    /// Labels that all objects get.
    record Labels(Map<String, String> pairs, boolean includeTemplates, boolean includeSelectors) {}

    /// A change to objects: the part that changes, or steps.
    record Patch(String path, String patch, Map<String, Object> target) {}

    Kustomization {
        resources = orEmpty(resources);
        components = orEmpty(components);
        configMapGenerator = orEmpty(configMapGenerator);
        secretGenerator = orEmpty(secretGenerator);
        labels = orEmpty(labels);
        patches = orEmpty(patches);
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return List.copyOf(Objects.requireNonNullElse(list, List.of()));
    }
}
