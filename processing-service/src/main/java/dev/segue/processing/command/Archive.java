package dev.segue.processing.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Wire;
import dev.segue.processing.ShelfUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// What the downloader was asked for in vain, in a file of one JSON line each. Thread-safe.
final class Archive {

    private static final Logger LOG = Logger.getLogger(Archive.class);

    /// @param locked whether there is audio that may not be copied
    /// @param again  when to ask again
    record Vain(TrackId track, boolean locked, String why, Instant again) {}

    private final Path file;
    private final InstantSource clock;
    private final Map<TrackId, Vain> vain = new HashMap<>();

    Archive(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        try {
            if (Files.exists(file)) {
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(this::read);
            }
        } catch (IOException unreadable) {
            LOG.warnf("%s cannot be read: %s", file, unreadable);
        }
    }

    /// What came of it, if it is too early to ask again.
    synchronized Optional<Vain> find(TrackId id) {
        return Optional.ofNullable(vain.get(id)).filter(entry -> clock.instant().isBefore(entry.again()));
    }

    synchronized void add(Vain entry) {
        vain.put(entry.track(), entry);
        try {
            String line = '\n' + Wire.json().writeValueAsString(entry) + '\n'; // the first ends one that was cut off
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new ShelfUnavailable(file + " cannot be written: " + unwritable, unwritable);
        }
    }

    synchronized void forget(TrackId id) {
        vain.remove(id);
    }

    Instant now() {
        return clock.instant();
    }

    private void read(String line) {
        try {
            if (!line.isBlank()) {
                Vain entry = Wire.json().readValue(line, Vain.class);
                vain.put(entry.track(), entry);
            }
        } catch (JsonProcessingException | NullPointerException cutOff) {
            LOG.warnf("%s has a line that cannot be read: %s", file, line);
        }
    }
}
