package dev.segue.processing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// The settings of this service; `docs/configuration.md` has them all.
@ConfigMapping(prefix = "segue")
public interface ProcessingConfig {

    /// What becomes of a track that is the same recording as another.
    @WithDefault("mark")
    DuplicateRule duplicates();

    Audio audio();

    /// Where audio comes from and goes to.
    interface Audio {

        /// The person's own files; absent: there are none.
        Optional<Path> inbox();

        /// Where results go.
        @WithDefault(".segue/audio")
        Path output();
    }
}
