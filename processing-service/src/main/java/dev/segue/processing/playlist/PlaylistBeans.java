package dev.segue.processing.playlist;

import dev.segue.processing.DuplicateRule;
import dev.segue.processing.ProcessingConfig;
import dev.segue.processing.Shelf;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Opens the playlists, and writes what changed: every half second, and once more at the end.
@ApplicationScoped
class PlaylistBeans {

    private static final Logger LOG = Logger.getLogger(PlaylistBeans.class);
    private static final long EVERY = 500;

    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();

    void on(@Observes @Priority(2) StartupEvent start, PlaylistFiles files) {
        var _ = writer.scheduleWithFixedDelay(() -> write(files), EVERY, EVERY, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent end, PlaylistFiles files) {
        writer.shutdownNow();
        write(files);
    }

    @Produces
    @Singleton
    PlaylistFiles files(ProcessingConfig config, Shelf shelf) {
        Path output = config.audio().output();
        return new PlaylistFiles(
                new Places(output.resolve(".segue-playlists.jsonl")),
                new PlaylistFolder(output),
                shelf,
                config.duplicates() == DuplicateRule.MARK);
    }

    /// One surprise must not end the writing.
    private static void write(PlaylistFiles files) {
        try {
            files.write();
        } catch (RuntimeException surprise) {
            LOG.error("A playlist is not written", surprise);
        }
    }
}
