package dev.segue.metadata;

import dev.segue.metadata.MetadataConfig.LookupMode;
import java.nio.file.Path;
import java.time.Duration;

/// The defaults, with another mode or allowance.
record SettingsFixture(LookupMode lookup, int refreshPerDay) implements MetadataConfig {

    static SettingsFixture defaults() {
        return new SettingsFixture(LookupMode.CSV_FIRST, 100);
    }

    @Override
    public Csv csv() {
        return new Csv() {
            @Override
            public Path directory() {
                return Path.of("backup");
            }

            @Override
            public Duration reloadEvery() {
                return Duration.ofSeconds(30);
            }

            @Override
            public Duration staleAfter() {
                return Duration.ofDays(90);
            }
        };
    }
}
