package dev.segue.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsMainTest {

    @Test
    void kafkaVariablesAreClientSettings() {
        assertThat(TopicsMain.settings(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "broker:9092", "KAFKA_SASL_JAAS_CONFIG", "x", "SEGUE_LOOKUP", "y")))
                .containsEntry("bootstrap.servers", "broker:9092")
                .containsEntry("sasl.jaas.config", "x")
                .doesNotContainValue("y");
    }
}
