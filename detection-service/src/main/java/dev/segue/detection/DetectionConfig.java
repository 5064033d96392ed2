package dev.segue.detection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// The settings of this service; all are in `docs/configuration.md`.
@ConfigMapping(prefix = "segue")
public interface DetectionConfig {

    Csv csv();

    Spotify spotify();

    /// The person's CSV backups.
    interface Csv {

        /// The backup directory.
        @WithDefault("backup")
        Path directory();
    }

    /// Access to Spotify.
    interface Spotify {

        /// The app's client id; absent = not configured.
        Optional<String> clientId();
    }
}
