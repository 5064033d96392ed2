package dev.segue.metadata.csv;

import dev.segue.library.csv.Backup;
import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.library.csv.CsvFile;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.metadata.BackupWatch;
import dev.segue.metadata.MetadataConfig;
import dev.segue.metadata.TrackIndex;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/// Puts the backup into the index, at start and whenever its files have changed. A backup that cannot be read leaves
/// the last good library in place, and a file that cannot be read what was last read of it. One that was written just
/// now may not be whole, even if it ends behind a row: then it is read at the next look.
@Startup
@Default
@Readiness
@ApplicationScoped
class WatchBackup implements BackupWatch, HealthCheck {

    private static final Logger LOG = Logger.getLogger(WatchBackup.class);

    /// Misses may come by the thousand.
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /// Nobody who writes a file makes a longer pause.
    private static final Duration WRITTEN = Duration.ofSeconds(2);

    private final Backup backup;
    private final TrackIndex index;
    private Optional<Backup.Fingerprint> loaded = Optional.empty();
    private Optional<Backup.Fingerprint> seen = Optional.empty();
    private long lookedAt;

    WatchBackup(MetadataConfig config, TrackIndex index) {
        this.backup = Backup.at(config.csv().directory());
        this.index = index;
    }

    @PostConstruct
    void load() {
        lookAtOnce();
    }

    @Scheduled(every = "${segue.csv.reload-every:30s}", delayed = "${segue.csv.reload-every:30s}")
    synchronized void look() {
        Backup.Fingerprint now = fingerprint();
        boolean settled = seen.filter(now::equals).isPresent() || !now.hasChangedSince(writing());
        seen = Optional.of(now);
        if (settled) {
            read(now);
        }
    }

    /// Somebody waits for what is there now: a new file is read though it may grow, but takes the place of none.
    synchronized void lookAtOnce() {
        Backup.Fingerprint now = fingerprint();
        if (loaded.filter(known -> now.hasRewritten(known, writing())).isEmpty()) {
            read(now);
        }
    }

    private Backup.Fingerprint fingerprint() {
        lookedAt = System.nanoTime();
        return backup.fingerprint();
    }

    /// A file that was written since then may still be being written.
    private static Instant writing() {
        return Instant.now().minus(WRITTEN);
    }

    private void read(Backup.Fingerprint now) {
        if (loaded.filter(now::equals).isPresent()) {
            return;
        }
        loaded = Optional.of(now);
        try {
            CsvLibrary library = backup.read(index.library());
            index.replace(library);
            LOG.infof(
                    "%d tracks in %d files of the backup %s",
                    library.size(), library.files().size(), backup);
            complain(library);
        } catch (BackupUnreadableException unreadable) {
            index.troubled(String.valueOf(unreadable.getMessage()));
            LOG.warnf("the last good backup stays: %s", unreadable.getMessage());
        }
    }

    private static void complain(CsvLibrary library) {
        for (CsvFile file : library.files()) {
            file.unreadable().ifPresent(why -> LOG.warnf("%s cannot be read: %s", file.file(), why));
            file.warnings().forEach(warning -> LOG.warnf("%s: %s", file.file(), warning));
        }
    }

    @Override
    public synchronized void lookAgain() {
        if (System.nanoTime() - lookedAt > BETWEEN_LOOKS.toNanos()) {
            lookAtOnce();
        }
    }

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("csv-library")
                .withData("tracks", index.library().size());
        index.trouble().ifPresent(why -> health.withData("unreadable", why));
        return health.up().build();
    }
}
