package dev.segue.processing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

        /// What kind of file is made.
        @WithDefault("mp3-320")
        TargetFormat format();

        /// How files are called.
        @WithDefault(FileName.TEMPLATE)
        String name();

        /// How loud results are, in LUFS; absent: as loud as their sources.
        Optional<Double> loudness();

        /// Brings audio that the inbox lacks: a program and its arguments; absent: nothing does.
        Optional<List<String>> downloadCommand();

        /// Longer than this no program may work on one file.
        @WithDefault("10m")
        Duration timeLimit();

        /// What a download did not bring is asked for again after this time.
        @WithDefault("7d")
        Duration retryAfter();

        /// How often to look for new files in the inbox, and for tracks to try again.
        @WithDefault("10s")
        Duration lookEvery();
    }

    Detection detection();

    /// The service that talks to music sources.
    interface Detection {

        /// Where it answers.
        @WithDefault("http://127.0.0.1:8081")
        URI baseUrl();
    }

    Eagle eagle();

    /// The person's Eagle library.
    interface Eagle {

        /// Where the app answers; absent: Eagle is not used, unless a library is named.
        Optional<URI> baseUrl();

        /// The name of the library that has to be open; absent: any.
        Optional<String> library();

        /// For an app on another machine.
        Optional<String> token();

        /// How Eagle's machine calls the output folder, as `/data/music=/Users/me/Music/sync`.
        Optional<String> pathMapping();

        /// How often to see whether the app is open.
        @WithDefault("30s")
        Duration tryEvery();
    }
}
