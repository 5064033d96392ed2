package dev.segue.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// How much a backup is, before anybody has read it.
final class BackupSize {

    /// CSV shrinks to a fourth in a zip.
    private static final int UNPACKED = 4;

    private BackupSize() {}

    /// MiB of CSV at `backup`, a file or a directory, roughly; 0 if it cannot be read, which others will say.
    static long mebibytes(Path backup) {
        try (Stream<Path> files = Files.walk(backup.toRealPath())) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(BackupSize::bytes)
                            .sum()
                    >> 20;
        } catch (IOException | UncheckedIOException unreadable) {
            return 0;
        }
    }

    private static long bytes(Path file) {
        long packed = file.toFile().length();
        return file.toString().endsWith(".zip") ? UNPACKED * packed : packed;
    }
}
