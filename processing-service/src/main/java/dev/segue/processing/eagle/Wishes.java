package dev.segue.processing.eagle;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Wire;
import dev.segue.processing.ShelfUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// All wishes, in a journal of one JSON line each; the last line about a track counts. Thread-safe.
final class Wishes {

    private static final Logger LOG = Logger.getLogger(Wishes.class);

    private final Path journal;
    private final Map<TrackId, Wish> wishes = new LinkedHashMap<>();

    Wishes(Path journal) {
        this.journal = journal;
        try {
            if (Files.exists(journal)) {
                new String(Files.readAllBytes(journal), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(this::read);
            }
        } catch (IOException unreadable) {
            throw new ShelfUnavailable(journal + " cannot be read: " + unreadable, unreadable);
        }
    }

    synchronized Optional<Wish> of(TrackId id) {
        return Optional.ofNullable(wishes.get(id));
    }

    synchronized List<Wish> open() {
        return wishes.values().stream().filter(wish -> wish.item().isEmpty()).toList();
    }

    /// Remembers it beyond any kill that comes after.
    synchronized void keep(Wish wish) {
        try {
            Files.createDirectories(journal.toAbsolutePath().getParent());
            String line = '\n' + Wire.json().writeValueAsString(wish) + '\n'; // the first ends one that was cut off
            try (FileChannel out = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
        } catch (IOException unwritable) {
            throw new ShelfUnavailable(journal + " cannot be written: " + unwritable, unwritable);
        }
        wishes.put(wish.track().id(), wish);
    }

    private void read(String line) {
        try {
            if (!line.isBlank()) {
                Wish wish = Wire.json().readValue(line, Wish.class);
                wishes.put(wish.track().id(), wish);
            }
        } catch (JsonProcessingException | NullPointerException cutOff) {
            LOG.warnf("%s has a line that cannot be read: %s", journal, line);
        }
    }
}
