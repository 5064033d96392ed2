package dev.segue.processing.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Which file serves which track, kept in a journal of one JSON line each; the last line about a track counts. Used by
/// one thread at a time.
final class ServedFiles {

    private static final Logger LOG = Logger.getLogger(ServedFiles.class);
    private static final String JOURNAL = ".segue-files.jsonl";

    /// @param source in the inbox
    /// @param file   in the output folder
    record Served(TrackId track, String source, String file) {}

    private final Path journal;
    private final Map<TrackId, Served> byTrack = new HashMap<>();
    private final Map<String, TrackId> bySource = new HashMap<>();
    private final Map<String, TrackId> byName = new HashMap<>();

    /// Reads the journal in `directory`, if there is one.
    ServedFiles(Path directory) throws IOException {
        journal = directory.resolve(JOURNAL);
        if (Files.exists(journal)) {
            String text = new String(Files.readAllBytes(journal), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.isBlank()).forEach(this::read);
        }
    }

    Optional<Served> of(TrackId id) {
        return Optional.ofNullable(byTrack.get(id));
    }

    Optional<TrackId> servedBy(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /// Whether a file of another track has this name, or one that a disk may take for the same.
    boolean taken(String file, TrackId by) {
        TrackId owner = byName.get(folded(file));
        return owner != null && !owner.equals(by);
    }

    /// Remembers `served` beyond any kill that comes after.
    void remember(Served served) throws IOException {
        String line = '\n' + Wire.json().writeValueAsString(served) + '\n'; // the first ends a line that was cut off
        try (FileChannel out = FileChannel.open(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        add(served);
    }

    private void read(String line) {
        try {
            add(Wire.json().readValue(line, Served.class));
        } catch (JsonProcessingException | NullPointerException cutOff) {
            LOG.warnf("%s has a line that cannot be read: %s", journal, line);
        }
    }

    private void add(Served served) {
        Optional.ofNullable(byTrack.put(served.track(), served)).ifPresent(old -> {
            bySource.remove(old.source());
            byName.remove(folded(old.file()));
        });
        bySource.put(served.source(), served.track());
        byName.put(folded(served.file()), served.track());
    }

    private static String folded(String file) {
        return Normalizer.normalize(file, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
