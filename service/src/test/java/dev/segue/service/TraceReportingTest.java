package dev.segue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.fact.Tracing;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceReportingTest {

    @Test
    void withoutACollectorNobodyWatches() {
        assertThat(new TraceReporting().tracing(Optional.empty(), 1, "test")).isSameAs(Tracing.OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:4318, http://localhost:4318/v1/traces",
        "https://collector.example.org/otlp/, https://collector.example.org/otlp/v1/traces",
        "http://localhost:4318/v1/traces, http://localhost:4318/v1/traces"
    })
    void theAddressOfACollectorWillDo(URI endpoint, String asked) {
        assertThat(TraceReporting.traces(endpoint)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4318", "grpc://localhost:4317", "collector", "http:/nowhere"})
    void whatIsNoAddressStopsTheStartWithALineThatNamesTheSetting(URI endpoint) {
        assertThatThrownBy(() -> TraceReporting.traces(endpoint))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("segue.tracing.endpoint")
                .hasMessageContaining("http://localhost:4318");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.5, Double.NaN})
    void aShareThatIsNoneStopsTheStartWithALineThatNamesTheSetting(double share) {
        assertThatThrownBy(() -> TraceReporting.inRange(share))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("segue.tracing.share");
    }
}
