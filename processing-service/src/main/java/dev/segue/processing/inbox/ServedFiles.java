package dev.segue.processing.inbox;

import dev.segue.library.TrackId;
import dev.segue.processing.Journal;
import dev.segue.processing.Stamp;
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
    /// @param stamp  of the source; absent where none was written, by another version: then its name is enough
    /// @param file   in the output folder
    record Served(TrackId track, String source, Optional<Stamp> stamp, String file) {

        Origin origin() {
            return new Origin(source, stamp);
        }
    }

    /// A file in the inbox.
    record Origin(String name, Optional<Stamp> stamp) {}

    private final Journal<Served> journal;
    private final Map<TrackId, Served> byTrack = new HashMap<>();
    private final Map<Origin, TrackId> bySource = new HashMap<>();
    private final Map<String, TrackId> byName = new HashMap<>();

    /// Reads the journal in `directory`, if there is one.
    ServedFiles(Path directory) {
        journal = new Journal<>(directory.resolve(JOURNAL), Served.class);
        journal.last(Served::track, _ -> true).forEach(this::add);
    }

    Optional<Served> of(TrackId id) {
        return Optional.ofNullable(byTrack.get(id));
    }

    Optional<TrackId> servedBy(String source, Stamp stamp) {
        return Optional.ofNullable(bySource.get(new Origin(source, Optional.of(stamp))))
                .or(() -> Optional.ofNullable(bySource.get(new Origin(source, Optional.empty()))));
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
            bySource.remove(old.origin());
            byName.remove(folded(old.file()));
        });
        bySource.put(served.origin(), served.track());
        byName.put(folded(served.file()), served.track());
    }

    private static String folded(String file) {
        return Normalizer.normalize(file, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
