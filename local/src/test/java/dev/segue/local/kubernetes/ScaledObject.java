package dev.segue.local.kubernetes;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/// KEDA's rule of when to have how many replicas, with those of its fields that we use (source: keda.sh, "ScaledObject
/// specification" and "Apache Kafka" scaler).
@JsonDeserialize(using = JsonDeserializer.None.class)
final class ScaledObject implements HasMetadata {

    private static final long serialVersionUID = 1;

    /// What it says.
    record Spec(
            Target scaleTargetRef,
            int pollingInterval,
            int cooldownPeriod,
            int minReplicaCount,
            int maxReplicaCount,
            List<Trigger> triggers)
            implements Serializable {}

    /// What is scaled.
    record Target(String apiVersion, String kind, String name) implements Serializable {}

    /// By what.
    record Trigger(String type, Map<String, String> metadata) implements Serializable {}

    private String apiVersion;
    private ObjectMeta metadata;
    private final Spec spec;

    ScaledObject(
            @JsonProperty("apiVersion") String apiVersion,
            @JsonProperty("kind") String kind,
            @JsonProperty("metadata") ObjectMeta metadata,
            @JsonProperty("spec") Spec spec) {
        this.apiVersion = apiVersion;
        this.metadata = metadata;
        this.spec = spec;
    }

    Spec spec() {
        return spec;
    }

    @Override
    public String getKind() {
        return "ScaledObject";
    }

    @Override
    public String getApiVersion() {
        return apiVersion;
    }

    @Override
    public void setApiVersion(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    @Override
    public ObjectMeta getMetadata() {
        return metadata;
    }

    @Override
    public void setMetadata(ObjectMeta metadata) {
        this.metadata = metadata;
    }
}
