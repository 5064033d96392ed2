package dev.segue.processing;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.fact.Wire;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/// A file of one JSON line each, that only grows, until it is opened the next time. What was added is there after any
/// kill; a line that a kill cut off is no line. Thread-safe.
///
/// @param <E> a record that is JSON
public final class Journal<E> {

    private static final Logger LOG = Logger.getLogger(Journal.class);

    /// Lines that are not worth a new file.
    private static final int SPARE = 100;

    private final Path file;
    private final Class<E> type;

    public Journal(Path file, Class<E> type) {
        this.file = file.toAbsolutePath();
        this.type = type;
    }

    /// The last entry of each key, in the order in which they were added; those that are over are left out. A file that
    /// has many lines more than that is written anew.
    ///
    /// @throws ShelfUnavailable if it is there and cannot be read
    public synchronized <K> List<E> last(Function<E, K> key, Predicate<E> goesOn) {
        var last = new LinkedHashMap<K, E>();
        long lines = read(entry -> {
            K which = key.apply(entry);
            last.remove(which);
            if (goesOn.test(entry)) {
                last.put(which, entry);
            }
        });
        List<E> all = List.copyOf(last.values());
        if (lines > 2L * all.size() + SPARE) {
            rewrite(all);
        }
        return all;
    }

    private long read(Consumer<E> reader) {
        if (!Files.exists(file)) {
            return 0;
        }
        long lines = 0;
        // a reader that takes any bytes: a kill may cut a letter in two
        try (var in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    read(line, reader);
                    lines++;
                }
            }
        } catch (IOException unreadable) {
            throw new ShelfUnavailable(file + " cannot be read: " + unreadable, unreadable);
        }
        return lines;
    }

    private void rewrite(List<E> all) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try {
                write(all, part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException unwritable) {
            LOG.warnf("%s stays longer than it need be: %s", file, unwritable);
        }
    }

    private void write(List<E> all, Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            for (E entry : all) {
                out.write(line(entry));
            }
            out.flush();
            channel.force(true);
        }
    }

    /// Adds `entry`, and waits until the disk has it.
    ///
    /// @throws ShelfUnavailable if it cannot be written
    public synchronized void add(E entry) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap(line(entry));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
        } catch (IOException unwritable) {
            throw new ShelfUnavailable(file + " cannot be written: " + unwritable, unwritable);
        }
    }

    /// The line break before it ends a line that was cut off.
    private static byte[] line(Object entry) throws JsonProcessingException {
        return ('\n' + Wire.json().writeValueAsString(entry) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    private void read(String line, Consumer<E> reader) {
        try {
            reader.accept(Wire.json().readValue(line, type));
        } catch (JsonProcessingException | NullPointerException cutOff) {
            LOG.warnf("%s has a line that cannot be read: %s", file, line);
        }
    }
}
