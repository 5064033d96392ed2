package dev.segue.local.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads YAML as the typed models of Kubernetes and its operators have it. A field that does not exist is an error, and
/// so is one that is given twice.
final class Manifests {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.ofEntries(
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 Namespace", Namespace.class),
            Map.entry("v1 PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("v1 Pod", Pod.class),
            Map.entry("v1 Secret", Secret.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("apps/v1 StatefulSet", StatefulSet.class),
            Map.entry("batch/v1 Job", Job.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("keda.sh/v1alpha1 ScaledObject", ScaledObject.class),
            Map.entry("kafka.strimzi.io/v1 Kafka", Kafka.class),
            Map.entry("kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1 KafkaUser", KafkaUser.class));

    /// The models keep fields that they do not know, unless they have nowhere to put them.
    private static final class NoPlaceForUnknownFields extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .annotationIntrospector(new NoPlaceForUnknownFields())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Manifests() {}

    /// The objects in `file`.
    static List<HasMetadata> in(Path file) {
        return read(text(file), file.toString());
    }

    /// The objects in `yaml`.
    ///
    /// @param name where it comes from
    /// @throws AssertionError if one has a field that its kind has not; the message says where
    static List<HasMetadata> read(String yaml, String name) {
        var objects = new ArrayList<HasMetadata>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            while (documents.hasNextValue()) {
                objects.add(object(documents.nextValue()));
            }
        } catch (IOException wrong) {
            throw new AssertionError(name + ": " + wrong.getMessage(), wrong);
        }
        return objects;
    }

    private static HasMetadata object(JsonNode node) throws JsonProcessingException {
        String kind = node.path("apiVersion").asText() + ' ' + node.path("kind").asText();
        Class<? extends HasMetadata> type =
                Optional.ofNullable(KINDS.get(kind)).orElseThrow(() -> new AssertionError("no kind known: " + kind));
        return YAML.treeToValue(node, type);
    }

    /// The parts of objects that the patch in `file` changes; none if it consists of steps.
    static List<HasMetadata> patch(Path file) {
        try {
            JsonNode patch = YAML.readTree(text(file));
            patch.findParents("$patch").forEach(directive -> ((ObjectNode) directive).remove("$patch"));
            return patch.isObject() ? List.of(object(patch)) : List.of();
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(file + ": " + wrong.getMessage(), wrong);
        }
    }

    /// The `kustomization.yaml` in `directory`.
    static Kustomization kustomization(Path directory) {
        Path file = directory.resolve("kustomization.yaml");
        try {
            return YAML.readValue(text(file), Kustomization.class);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(file + ": " + wrong.getMessage(), wrong);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
