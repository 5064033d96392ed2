package dev.segue.processing.inbox;

import dev.segue.library.Track;
import dev.segue.processing.Processing;
import dev.segue.processing.Synced;
import dev.segue.processing.TestProcessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// An inbox with an output folder in it, as a person may have them, at a time that the test sets.
abstract class BetweenFolders {

    static final Duration LENGTH = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    Path inbox;
    Path output;
    Instant now = Instant.EPOCH;

    @BeforeEach
    void makeFolders() throws IOException {
        inbox = Files.createDirectories(directory.resolve("inbox"));
        output = inbox.resolve("sorted");
    }

    Processing processing() throws IOException {
        return TestProcessing.of(OpenFolders.at(inbox, output, () -> now), output)
                .onlyMoving()
                .open();
    }

    static Track track(int n, String title, Optional<String> isrc) {
        return Synced.track(n, title, List.of("Mara Lind"), LENGTH, isrc);
    }
}
