package dev.segue.local.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Objects that stand in a cluster together.
///
/// @param name for messages
record Shape(String name, List<HasMetadata> objects) {

    private static final Path ROOT = Path.of("..", "k8s");

    /// A pod as its owner describes it.
    record Owned(String owner, PodTemplateSpec template, List<String> claimed) {

        /// Its own, not those of the owner's claim templates, which are `claimed`.
        Stream<Volume> volumes() {
            return template.getSpec().getVolumes().stream();
        }

        boolean has(Map<String, String> labels) {
            return template.getMetadata().getLabels().entrySet().containsAll(labels.entrySet());
        }

        boolean runsForEver() {
            return owner.startsWith("Deployment ") || owner.startsWith("StatefulSet ");
        }

        /// Those that start, and those that stay.
        Stream<Container> containers() {
            return Stream.concat(template.getSpec().getInitContainers().stream(), staying());
        }

        Stream<Container> staying() {
            return template.getSpec().getContainers().stream();
        }
    }

    Shape {
        objects = List.copyOf(objects);
    }

    static Path directory(String name) {
        return ROOT.resolve(name).normalize();
    }

    /// What stands in the files of `directory` and in what it builds upon; patches are left out.
    static Shape source(String directory) {
        return new Shape(
                directory + ", its files", sources(directory(directory)).toList());
    }

    /// These objects, and those in `file`.
    Shape with(String file) {
        return new Shape(
                name + ", and " + file,
                Stream.concat(objects.stream(), Manifests.in(directory(file)).stream())
                        .toList());
    }

    private static Stream<HasMetadata> sources(Path directory) {
        Kustomization kustomization = Manifests.kustomization(directory);
        return Stream.of(
                        Stream.concat(kustomization.resources().stream(), kustomization.components().stream())
                                .map(directory::resolve)
                                .flatMap(path -> path.toString().endsWith(".yaml")
                                        ? Manifests.in(path).stream()
                                        : sources(path.normalize())),
                        kustomization.configMapGenerator().stream().map(made -> configMap(made, directory)),
                        kustomization.secretGenerator().stream().map(Shape::secret))
                .flatMap(objects -> objects);
    }

    private static HasMetadata configMap(Kustomization.Generator made, Path directory) {
        var data = new HashMap<String, String>();
        made.envs()
                .forEach(file -> Manifests.text(directory.resolve(file))
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split("=", 2))
                        .forEach(pair -> data.put(pair[0], pair[1])));
        made.files()
                .forEach(file ->
                        data.put(Path.of(file).getFileName().toString(), Manifests.text(directory.resolve(file))));
        literals(made, data);
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(made.name())
                .endMetadata()
                .withData(data)
                .build();
    }

    private static HasMetadata secret(Kustomization.Generator made) {
        var data = new HashMap<String, String>();
        literals(made, data);
        return new SecretBuilder()
                .withNewMetadata()
                .withName(made.name())
                .endMetadata()
                .withData(data)
                .build();
    }

    private static void literals(Kustomization.Generator made, Map<String, String> data) {
        made.literals().stream().map(line -> line.split("=", 2)).forEach(pair -> data.put(pair[0], pair[1]));
    }

    <T extends HasMetadata> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    /// What its pods find as environment, whichever of the generated ConfigMaps it stands in.
    Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        all(ConfigMap.class)
                .filter(map -> map.getMetadata().getName().startsWith("settings"))
                .forEach(map -> settings.putAll(map.getData()));
        return settings;
    }

    Stream<Owned> pods() {
        return Stream.of(
                        all(Deployment.class)
                                .map(it -> new Owned(name(it), it.getSpec().getTemplate(), List.of())),
                        all(StatefulSet.class).map(Shape::owned),
                        all(Job.class)
                                .map(it -> new Owned(name(it), it.getSpec().getTemplate(), List.of())))
                .flatMap(pods -> pods);
    }

    private static Owned owned(StatefulSet set) {
        return new Owned(
                name(set),
                set.getSpec().getTemplate(),
                set.getSpec().getVolumeClaimTemplates().stream()
                        .map(claim -> claim.getMetadata().getName())
                        .toList());
    }

    /// Of an object, for messages.
    static String name(HasMetadata object) {
        return object.getKind() + ' ' + object.getMetadata().getName();
    }

    @Override
    public String toString() {
        return name;
    }
}
