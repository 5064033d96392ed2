package dev.segue.detection.csv;

import dev.segue.detection.BackupSource;
import dev.segue.detection.DetectionConfig;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvLibrary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Reads the backup directory when it is asked for, and again only if its files have changed: a known one that was
/// written just now may not be whole, so until it has rested, the last reading stays.
@ApplicationScoped
class BackupDirectory implements BackupSource {

    private record Loaded(Backup.Fingerprint fingerprint, CsvLibrary library) {}

    /// Nobody who writes a file makes a longer pause.
    private static final Duration WRITTEN = Duration.ofSeconds(2);

    private final Backup backup;
    private Optional<Loaded> loaded = Optional.empty();
    private Optional<Backup.Fingerprint> seen = Optional.empty();
    private long seenAt;

    BackupDirectory(DetectionConfig config) {
        this.backup = Backup.at(config.csv().directory());
    }

    @Override
    public synchronized CsvLibrary library() {
        Backup.Fingerprint now = backup.fingerprint();
        CsvLibrary before = loaded.map(Loaded::library).orElseGet(CsvLibrary::empty);
        Loaded current = loaded.filter(known -> stays(known.fingerprint(), now))
                .orElseGet(() -> new Loaded(now, backup.read(before)));
        loaded = Optional.of(current);
        return current.library();
    }

    private boolean stays(Backup.Fingerprint known, Backup.Fingerprint now) {
        return now.equals(known)
                || (!hasRested(now) && now.hasRewritten(known, Instant.now().minus(WRITTEN)));
    }

    /// Clocks differ: whatever the time of a file is, it is whole if it has not changed for a while.
    private boolean hasRested(Backup.Fingerprint now) {
        if (seen.filter(now::equals).isEmpty()) {
            seen = Optional.of(now);
            seenAt = System.nanoTime();
        }
        return System.nanoTime() - seenAt > WRITTEN.toNanos();
    }
}
