package dev.segue.processing.inbox;

import dev.segue.processing.Bench;
import dev.segue.processing.Inbox;
import dev.segue.processing.ProcessingConfig;
import dev.segue.processing.Shelf;
import dev.segue.processing.ShelfUnavailable;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// Opens the two folders before anything else starts, or stops the start with one line that says why.
@ApplicationScoped
class Folders {

    void on(@Observes @Priority(1) StartupEvent start, Inbox inbox, Shelf shelf) {
        // that they could be made is all
    }

    @Produces
    @Singleton
    Inbox inbox(ProcessingConfig config) {
        Optional<Path> directory = config.audio().inbox();
        directory
                .filter(path -> !Files.isDirectory(path) || !Files.isReadable(path))
                .ifPresent(path -> {
                    throw new ConfigurationException(
                            "segue.audio.inbox accepts a directory that can be read, not " + path);
                });
        Path output = config.audio().output();
        directory.filter(path -> RealPath.of(path).equals(RealPath.of(output))).ifPresent(path -> {
            throw new ConfigurationException(
                    "segue.audio.inbox and segue.audio.output accept two folders, not both " + path);
        });
        return directory
                .<Inbox>map(path -> new InboxFolder(path, output, Clock.systemUTC()))
                .orElseGet(Inbox::none);
    }

    @Produces
    @Singleton
    Shelf shelf(ProcessingConfig config) {
        Path directory = config.audio().output();
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new ConfigurationException("segue.audio.output accepts a directory, not " + directory);
        }
        try {
            return new OutputFolder(directory);
        } catch (ShelfUnavailable unreadable) {
            throw new ConfigurationException("segue.audio.output cannot be used: " + unreadable.getMessage());
        }
    }

    @Produces
    @Singleton
    Bench bench(ProcessingConfig config) {
        try {
            return new WorkFolder(config.audio().output());
        } catch (ShelfUnavailable unreadable) {
            throw new ConfigurationException("segue.audio.output cannot be used: " + unreadable.getMessage());
        }
    }
}
