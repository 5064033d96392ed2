package dev.segue.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.local.system.Part;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesTest {

    private static final List<String> DIRECTORIES = List.of(
            "base",
            "overlays/demo",
            "overlays/keda",
            "overlays/monitoring",
            "overlays/postgres",
            "overlays/strimzi",
            "overlays/tracing");

    /// Each directory as its files say, and, if this machine can, as they are put together.
    static final List<Shape> SHAPES = Stream.concat(
                    DIRECTORIES.stream().map(Shape::source),
                    Kubectl.find().stream()
                            .flatMap(kubectl -> DIRECTORIES.stream().map(kubectl::render)))
            .toList();

    @ParameterizedTest
    @FieldSource("SHAPES")
    void podsKeepToTheRestrictedProfile(Shape shape) {
        assertThat(shape.pods().flatMap(Restricted::complaints)).isEmpty();
        assertThat(shape.all(Namespace.class))
                .extracting(namespace -> namespace.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce"))
                .containsOnly("restricted");
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void selectorsFindPods(Shape shape) {
        assertThat(Selectors.complaints(shape)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void portsAreThereThatAreMeantByName(Shape shape) {
        assertThat(PortNames.complaints(shape)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void whatAPodNamesIsThere(Shape shape) {
        assertThat(shape.pods().flatMap(pod -> Names.complaints(shape, pod))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void settingsAreThoseThatAreDocumented(Shape shape) {
        assertThat(Settings.unknown(shape)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void pathsInSettingsAreInAVolumeOfWhoReadsThem(Shape shape) {
        assertThat(shape.pods().flatMap(pod -> Settings.nowhere(shape, pod))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void containersAskForNoMoreThanTheyMayHave(Shape shape) {
        assertThat(shape.pods().flatMap(Shape.Owned::containers).flatMap(Amounts::complaints))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void containersThatStayAreAskedHowTheyAre(Shape shape) {
        assertThat(shape.pods().flatMap(Probes::complaints)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void imagesAreOfOneVersion(Shape shape) {
        assertThat(shape.pods().flatMap(Shape.Owned::containers).map(Container::getImage))
                .allMatch(image -> image.matches("[a-z/-]+:v?[0-9][0-9a-zA-Z.-]*"));
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void everyServiceHasItsPort(Shape shape) {
        Arrays.stream(Part.values()).filter(part -> part != Part.BROKER).forEach(part -> {
            assertThat(shape.all(Service.class)
                            .filter(it -> isCalled(it.getMetadata().getName(), part)))
                    .flatExtracting(it -> it.getSpec().getPorts())
                    .extracting(ServicePort::getPort)
                    .containsExactly(part.defaultPort());
            assertThat(shape.pods().filter(pod -> pod.owner().equals("Deployment " + part.label())))
                    .flatExtracting(pod -> pod.staying().toList())
                    .flatExtracting(Container::getPorts)
                    .extracting(ContainerPort::getContainerPort)
                    .containsExactly(part.defaultPort());
        });
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void thereAreNeverTwoThatDetect(Shape shape) {
        assertThat(shape.all(Deployment.class)
                        .filter(it -> isCalled(it.getMetadata().getName(), Part.DETECTION)))
                .singleElement()
                .satisfies(detection -> {
                    assertThat(detection.getSpec().getReplicas()).isEqualTo(1);
                    assertThat(detection.getSpec().getStrategy().getType()).isEqualTo("Recreate");
                });
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void nothingMayBeReachedThatIsNotNeeded(Shape shape) {
        assertThat(shape.all(NetworkPolicy.class).map(NetworkPolicy::getSpec)).anySatisfy(everything -> {
            assertThat(everything.getPodSelector().getMatchLabels()).isNullOrEmpty();
            assertThat(everything.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(everything.getIngress()).isEmpty();
            assertThat(everything.getEgress()).isEmpty();
        });
        assertThat(shape.pods().filter(pod -> pod.owner().equals("Deployment metadata-service")))
                .singleElement()
                .satisfies(pod ->
                        assertThat(pod.template().getMetadata().getLabels()).doesNotContainKey("segue.dev/internet"));
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, mode = EnumSource.Mode.EXCLUDE, names = "BROKER")
    void prometheusAsksEveryPodOfAService(Part part) {
        Path monitoring = Shape.directory("components").resolve("monitoring");
        String pods = part.label() + "-pods";

        assertThat(Manifests.text(monitoring.resolve("prometheus.yml")))
                .contains("names: [" + pods + "], type: A, port: " + part.defaultPort() + ",");
        assertThat(Manifests.in(monitoring.resolve("pods.yaml")))
                .extracting(service -> service.getMetadata().getName())
                .contains(pods);
    }

    @Test
    void everyDashboardAndRuleOfTheMonitorIsMounted() throws IOException {
        Path monitor = Path.of("..", "monitor");
        List<Path> wanted;
        try (Stream<Path> files = Files.walk(monitor)) {
            wanted = files.filter(file -> file.toString().matches(".*/(dashboards/.*[.]json|rules/.*[.]yml)"))
                    .map(monitor::relativize)
                    .toList();
        }

        assertThat(Manifests.kustomization(monitor).configMapGenerator())
                .flatExtracting(Kustomization.Generator::files)
                .containsAll(wanted.stream().map(Path::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "keda", "monitoring", "postgres", "strimzi", "tracing"})
    void patchesChangeFieldsThatExist(String component) {
        Path directory = Shape.directory("components").resolve(component);

        assertThat(Manifests.kustomization(directory).patches().stream()
                        .flatMap(patch -> Stream.ofNullable(patch.path()))
                        .flatMap(path -> Manifests.patch(directory.resolve(path)).stream()))
                .allSatisfy(part -> assertThat(part.getMetadata().getName()).isNotEmpty());
    }

    private static boolean isCalled(String name, Part part) {
        return name.equals(part.label());
    }
}
