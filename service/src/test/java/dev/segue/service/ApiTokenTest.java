package dev.segue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenTest {

    private static final ApiToken TOKEN = ApiToken.of(Optional.of("sesame"), "0.0.0.0");

    @Test
    void whoShowsTheTokenIsAdmitted() {
        assertThat(TOKEN.admits("/tracks", "Bearer sesame")).isTrue();
        assertThat(TOKEN.admits("/tracks", "bearer  sesame ")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sesame", "Bearer", "Bearer ", "Bearer sesam", "Bearer sesame1", "Basic sesame"})
    void whoShowsAnythingElseIsNot(String authorization) {
        assertThat(TOKEN.admits("/tracks", authorization)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/metrics"})
    void healthAndMetricsAreOpen(String path) {
        assertThat(TOKEN.admits(path, "")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/q/openapi", "/q/healthy", "/q/metricsx", "/health", "/tracks/q/health"})
    void nothingElseIs(String path) {
        assertThat(TOKEN.admits(path, "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void onLoopbackNoTokenIsNeeded(String host) {
        assertThat(ApiToken.of(Optional.empty(), host).admits("/tracks", "")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7"})
    void elsewhereItIs(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiToken.of(Optional.of(" "), host))
                .withMessageContaining("segue.api-token is missing")
                .withMessageContaining(host);
    }
}
