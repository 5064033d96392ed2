package dev.segue.library.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The CSV files of a directory, or one file alone.
record SourceList(Path path) {

    private static final Backup.Stamp NOTHING = new Backup.Stamp("", -1, FileTime.fromMillis(0));

    /// In the order of their names.
    ///
    /// @throws BackupUnreadableException if there are none
    List<Source> sources() {
        if (Files.isRegularFile(path)) {
            return List.of(single());
        }
        if (!Files.isDirectory(path)) {
            throw new BackupUnreadableException("no such directory: " + path);
        }
        try {
            List<Source> sources = paths().map(this::source).toList();
            if (sources.isEmpty()) {
                throw new BackupUnreadableException("nothing named *.csv in " + path);
            }
            return sources;
        } catch (AccessDeniedException denied) {
            throw new BackupUnreadableException("no permission to read directory " + path, denied);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new BackupUnreadableException(
                    "cannot read directory " + path + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /// What every file looks like from outside.
    Set<Backup.Stamp> stamps() {
        try {
            Stream<Path> files = Files.isDirectory(path) ? paths() : Stream.of(path);
            return files.map(SourceList::stamp).collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException unreadable) {
            return Set.of(NOTHING);
        }
    }

    private Source single() {
        if (!isCsv(path)) {
            throw new BackupUnreadableException("neither a directory nor a file named *.csv: " + path);
        }
        return new Source(nameOf(path), stamp(path).modified().toInstant(), () -> Files.newInputStream(path));
    }

    private Stream<Path> paths() throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(file -> isCsv(file) && !Files.isDirectory(file)).sorted().toList().stream();
        }
    }

    private Source source(Path file) {
        Instant modified = stamp(file).modified().toInstant();
        return new Source(nameOf(file), modified, () -> open(file));
    }

    private InputStream open(Path file) throws IOException {
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw new IOException("a symbolic link to nothing");
        }
        if (!file.toRealPath().startsWith(path.toRealPath())) {
            throw new IOException("a symbolic link that leaves the backup directory is not followed");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("not a regular file");
        }
        return Files.newInputStream(file);
    }

    private static Backup.Stamp stamp(Path file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return new Backup.Stamp(nameOf(file), seen.size(), seen.lastModifiedTime());
        } catch (IOException unreadable) {
            boolean exists = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            return exists ? new Backup.Stamp(nameOf(file), -1, NOTHING.modified()) : NOTHING;
        }
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private static boolean isCsv(Path file) {
        return nameOf(file).toLowerCase(Locale.ROOT).endsWith(".csv");
    }
}
