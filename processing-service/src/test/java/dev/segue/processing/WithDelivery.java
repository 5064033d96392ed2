package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.processing.ffmpeg.TestStudio;
import dev.segue.processing.inbox.Tone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jaudiotagger.tag.FieldKey;

/// Folders, and a track whose audio is sought, delivered and heard with a real ffmpeg.
abstract class WithDelivery extends WithFolders {

    static final Duration LENGTH = Duration.ofSeconds(20);
    static final String ISRC = "SEXYZ2100017";

    Processing processing(TargetFormat format) {
        return processing(format, TestStudio.open());
    }

    Processing processing(TargetFormat format, Studio studio) {
        return TestProcessing.between(inbox, output).making(format).with(studio).open();
    }

    static Path tagged(Path file) throws Exception {
        return Tone.tag(file, FieldKey.ISRC, ISRC);
    }

    static Track track(String title) {
        return Synced.track(1, title, List.of("Mara Lind"), LENGTH, Optional.of(ISRC));
    }
}
