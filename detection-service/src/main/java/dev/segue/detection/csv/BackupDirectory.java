package dev.segue.detection.csv;

import dev.segue.detection.BackupSource;
import dev.segue.detection.DetectionConfig;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvLibrary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Reads the backup directory when it is asked for, and again only if its files have changed.
@ApplicationScoped
class BackupDirectory implements BackupSource {

    private record Loaded(Backup.Fingerprint fingerprint, CsvLibrary library) {}

    private final Backup backup;
    private Optional<Loaded> loaded = Optional.empty();

    BackupDirectory(DetectionConfig config) {
        this.backup = Backup.at(config.csv().directory());
    }

    @Override
    public synchronized CsvLibrary library() {
        Backup.Fingerprint now = backup.fingerprint();
        CsvLibrary before = loaded.map(Loaded::library).orElseGet(CsvLibrary::empty);
        Loaded current = loaded.filter(known -> known.fingerprint().equals(now))
                .orElseGet(() -> new Loaded(now, backup.read(before)));
        loaded = Optional.of(current);
        return current.library();
    }
}
