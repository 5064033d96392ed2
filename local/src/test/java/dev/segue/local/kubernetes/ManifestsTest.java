package dev.segue.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestsTest {

    @Test
    void fieldThatDoesNotExistIsRefused() {
        var typo = """
                apiVersion: v1
                kind: Service
                metadata: {name: broker}
                spec:
                  ports:
                    - {name: kafka, port: 9092, targetport: kafka}
                """;

        assertThatThrownBy(() -> Manifests.read(typo, "typo"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("typo: ")
                .hasMessageContaining("targetport");
    }

    @Test
    void fieldOfAnOperatorThatDoesNotExistIsRefused() {
        var typo = """
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaNodePool
                metadata: {name: nodes}
                spec: {replica: 3}
                """;

        assertThatThrownBy(() -> Manifests.read(typo, "typo")).hasMessageContaining("replica");
    }

    @Test
    void fieldThatIsGivenTwiceIsRefused() {
        var twice = """
                apiVersion: v1
                kind: Service
                metadata: {name: broker, name: other}
                """;

        assertThatThrownBy(() -> Manifests.read(twice, "twice")).hasMessageContaining("name");
    }

    @Test
    void documentsOfOneFileAreReadApart() {
        var two = """
                apiVersion: v1
                kind: Namespace
                metadata: {name: one}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: two}
                """;

        List<HasMetadata> read = Manifests.read(two, "two");

        assertThat(read).extracting(it -> it.getMetadata().getName()).containsExactly("one", "two");
    }
}
