package dev.segue.local;

import dev.segue.library.csv.Backup;
import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.local.report.BackupSummary;
import dev.segue.local.system.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What is checked before anything is started or written, so that a person hears at once what is wrong.
record Preflight(Context context) {

    private static final long NEEDED = 200L << 20;
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /// Reads the backup, and complains about the files that could not be.
    ///
    /// @throws Failure if there is nothing to read
    BackupSummary backup(Path path) {
        BackupSummary backup = read(path);
        backup.nothingReadable(path).ifPresent(why -> {
            throw new Failure(why);
        });
        backup.complaints().forEach(context.terminal()::complain);
        return backup;
    }

    /// For a system that stays it is enough that there is something: it notices when files come.
    ///
    /// @throws Failure if there is nothing at `backup`
    void exists(Path backup) {
        if (!Files.isReadable(backup)) {
            throw new Failure(
                    Files.exists(backup)
                            ? "no permission to read the backup " + backup
                            : "no such directory or file: " + backup);
        }
    }

    private BackupSummary read(Path path) {
        try {
            return BackupSummary.of(Backup.at(context.here().resolve(path)).read());
        } catch (BackupUnreadableException nothing) {
            throw new Failure(String.valueOf(nothing.getMessage()), nothing);
        }
    }

    /// @throws Failure if the system could not keep its state
    void state() {
        Path state = context.home().state();
        Path existing = state;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new Failure("cannot write to " + existing + ", where " + state.getFileName() + " is kept");
        }
        requireSpace(existing);
        requireCatalogue(context.home().catalogue());
    }

    private static void requireSpace(Path directory) {
        try {
            long left = Files.getFileStore(directory).getUsableSpace();
            if (left < NEEDED) {
                throw new Failure("only " + (left >> 20) + " MiB left in " + directory + ": " + (NEEDED >> 20)
                        + " MiB are needed");
            }
        } catch (IOException unknown) {
            throw new Failure("cannot see how much space is left in " + directory + ": " + unknown, unknown);
        }
    }

    private void requireCatalogue(Path file) {
        if (context.variable("SEGUE_SQL_URL").isPresent() || !Files.exists(file)) {
            return;
        }
        try (InputStream start = Files.newInputStream(file)) {
            byte[] bytes = start.readNBytes(SQLITE.length);
            if (bytes.length > 0 && !Arrays.equals(bytes, SQLITE)) {
                throw new Failure("the catalogue " + file + " is no SQLite file: move it away to begin a new one");
            }
        } catch (IOException unreadable) {
            throw new Failure("cannot read the catalogue " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
