package dev.segue.processing.inbox;

import dev.segue.library.TrackId;
import dev.segue.processing.Journal;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which file serves which track, kept in a journal; the last line about a track counts. Used by
/// one thread at a time.
final class ServedFiles {

    private static final String JOURNAL = ".segue-files.jsonl";

    /// @param source in the inbox
    /// @param file   in the output folder
    record Served(TrackId track, String source, String file) {}

    private final Journal<Served> journal;
    private final Map<TrackId, Served> byTrack = new HashMap<>();
    private final Map<String, TrackId> bySource = new HashMap<>();
    private final Map<String, TrackId> byName = new HashMap<>();

    /// Reads the journal in `directory`, if there is one.
    ServedFiles(Path directory) {
        journal = new Journal<>(directory.resolve(JOURNAL), Served.class);
        journal.read().forEach(this::add);
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
    void remember(Served served) {
        journal.add(served);
        add(served);
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
