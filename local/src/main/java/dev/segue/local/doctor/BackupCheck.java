package dev.segue.local.doctor;

import dev.segue.library.csv.Backup;
import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.library.csv.CsvFile;
import dev.segue.local.report.BackupSummary;
import dev.segue.local.text.Plain;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Looks whether a backup can be read, and how old it is.
///
/// @param path what [dev.segue.library.csv.Backup] takes
/// @param now  the present
public record BackupCheck(Path path, Instant now) {

    private static final String BACKUP = "backup";
    private static final int MOST_NAMED = 5;
    /// from then on entries are stale, unless told otherwise
    private static final Duration OLD = Duration.ofDays(90);

    /// What there is to say, good or bad.
    public List<Finding> findings() {
        try {
            return findings(BackupSummary.of(Backup.at(path).read()));
        } catch (BackupUnreadableException nothing) {
            return List.of(Finding.problem(BACKUP, String.valueOf(nothing.getMessage())));
        }
    }

    private List<Finding> findings(BackupSummary backup) {
        var findings = new ArrayList<Finding>();
        findings.add(Finding.ok(
                BACKUP,
                "%s: %,d files, %,d rows, %,d tracks"
                        .formatted(path, backup.files().size(), backup.rows(), backup.tracks())));
        List<CsvFile> damaged = backup.damaged();
        damaged.stream().limit(MOST_NAMED).map(BackupCheck::damage).forEach(findings::add);
        if (damaged.size() > MOST_NAMED) {
            findings.add(Finding.problem(BACKUP, (damaged.size() - MOST_NAMED) + " files more that cannot be read"));
        }
        badRows(backup).ifPresent(findings::add);
        backup.files().stream()
                .flatMap(file -> file.exportedAt().stream())
                .max(Comparator.naturalOrder())
                .map(newest -> Duration.between(newest, now))
                .filter(age -> age.compareTo(OLD) > 0)
                .ifPresent(age -> findings.add(Finding.note(
                        BACKUP,
                        "the newest export is " + age.toDays() + " days old: what you liked since is not in it")));
        return findings;
    }

    private static Finding damage(CsvFile file) {
        return Finding.problem(
                BACKUP,
                Plain.line(file.file())
                        + file.unreadable()
                                .map(why -> " cannot be read: " + Plain.line(why))
                                .orElse(" is cut off at its end; export it again"));
    }

    private static Optional<Finding> badRows(BackupSummary backup) {
        return backup.files().stream()
                .filter(file -> !file.bad().isEmpty())
                .findFirst()
                .map(file -> Finding.note(
                        BACKUP,
                        "%,d bad rows are left out; the first is %s, line %d: %s"
                                .formatted(
                                        backup.badRows(),
                                        Plain.line(file.file()),
                                        file.bad().getFirst().line(),
                                        Plain.line(file.bad().getFirst().why()))));
    }
}
