package dev.segue.metadata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// The settings of this service; all are in `docs/configuration.md`.
@ConfigMapping(prefix = "segue")
public interface MetadataConfig {

    /// Whom to ask for a track.
    @WithDefault("csv-first")
    LookupMode lookup();

    Csv csv();

    /// Stale entries refreshed a day.
    @WithDefault("100")
    int refreshPerDay();

    /// Whom to ask for a track.
    enum LookupMode {
        /// the CSV library, and the API for what it lacks
        CSV_FIRST,
        /// the CSV library and nobody else: offline
        CSV_ONLY,
        /// the API
        API_ONLY
    }

    /// The person's CSV backups.
    interface Csv {

        /// The backup directory.
        @WithDefault("backup")
        Path directory();

        /// How often to look for changed files.
        @WithDefault("30s")
        Duration reloadEvery();

        /// Age of an export from which its entries are stale.
        @WithDefault("90d")
        Duration staleAfter();
    }
}
