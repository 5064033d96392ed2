package dev.segue.detection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "segue.spotify.daily-budget|100|segue.spotify.daily-budget accepts a number above segue.spotify.reserve, which is 100, not 100",
                "segue.spotify.reserve|-1|segue.spotify.reserve accepts a number from 0, not -1",
                "segue.spotify.per-second|0|segue.spotify.per-second accepts a number from 1 to 1000000, not 0",
                "segue.spotify.per-second|2000000000|segue.spotify.per-second accepts a number from 1 to 1000000, not 2000000000",
                "segue.spotify.base-url|https://api.spotify.com|segue.spotify.base-url accepts an address that ends in /v1, not https://api.spotify.com",
                "segue.spotify.base-url|api.spotify.com/v1|segue.spotify.base-url accepts an address of http or https, not api.spotify.com/v1",
                "segue.spotify.base-url|file:///tmp/v1|segue.spotify.base-url accepts an address of http or https, not file:///tmp/v1",
                "segue.spotify.accounts-url|accounts|segue.spotify.accounts-url accepts an address of http or https, not accounts",
                "segue.soundcloud.base-url|https:api|segue.soundcloud.base-url accepts an address of http or https, not https:api",
                "segue.soundcloud.accounts-url|x|segue.soundcloud.accounts-url accepts an address of http or https, not x",
                "segue.soundcloud.per-second|0|segue.soundcloud.per-second accepts a number from 1 to 1000000, not 0",
                "segue.soundcloud.daily-budget|0|segue.soundcloud.daily-budget accepts a number from 1, not 0"
            })
    void whatCannotWorkIsRefusedByItsKey(String key, String value, String line) {
        DetectionConfig config = config(Map.of(key, value));

        assertThatThrownBy(() -> SettingsCheck.pass(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(line);
    }

    @Test
    void defaultsAndSlashesAtTheEndAreAccepted() {
        assertThatCode(() -> SettingsCheck.pass(config(Map.of()))).doesNotThrowAnyException();
        assertThatCode(() -> SettingsCheck.pass(config(
                        Map.of("segue.spotify.base-url", "http://127.0.0.1:9101/v1/", "segue.spotify.reserve", "0"))))
                .doesNotThrowAnyException();
    }

    private static DetectionConfig config(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().withMapping(DetectionConfig.class);
        settings.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(DetectionConfig.class);
    }
}
