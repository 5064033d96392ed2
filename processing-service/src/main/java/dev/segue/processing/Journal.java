package dev.segue.processing;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.fact.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/// A file of one JSON line each, that only grows. What was added is there after any kill; a line that a kill cut off is
/// no line. Thread-safe.
///
/// @param <E> a record that is JSON
public final class Journal<E> {

    private static final Logger LOG = Logger.getLogger(Journal.class);

    private final Path file;
    private final Class<E> type;

    public Journal(Path file, Class<E> type) {
        this.file = file.toAbsolutePath();
        this.type = type;
    }

    /// All that was added, the oldest first.
    ///
    /// @throws ShelfUnavailable if it is there and cannot be read
    public synchronized List<E> read() {
        var entries = new ArrayList<E>();
        try {
            if (Files.exists(file)) {
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> read(line, entries));
            }
        } catch (IOException unreadable) {
            throw new ShelfUnavailable(file + " cannot be read: " + unreadable, unreadable);
        }
        return entries;
    }

    /// Adds `entry`, and waits until the disk has it.
    ///
    /// @throws ShelfUnavailable if it cannot be written
    public synchronized void add(E entry) {
        try {
            String line = '\n' + Wire.json().writeValueAsString(entry) + '\n'; // the first ends one that was cut off
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
        } catch (IOException unwritable) {
            throw new ShelfUnavailable(file + " cannot be written: " + unwritable, unwritable);
        }
    }

    private void read(String line, List<E> entries) {
        try {
            entries.add(Wire.json().readValue(line, type));
        } catch (JsonProcessingException | NullPointerException cutOff) {
            LOG.warnf("%s has a line that cannot be read: %s", file, line);
        }
    }
}
