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

/// The files of a directory and of the directories in it, of a zip, or one file alone.
record SourceList(Path path) {

    private static final List<String> ENDINGS = List.of(".csv", ".txt", ".json", ".spotdl");
    private static final Backup.Stamp NOTHING = new Backup.Stamp("", -1, FileTime.fromMillis(0));

    /// In the order of their names.
    ///
    /// @throws BackupUnreadableException if there are none
    List<Source> sources() {
        if (Files.isRegularFile(path)) {
            return single();
        }
        if (!Files.isDirectory(path)) {
            throw new BackupUnreadableException("no such directory: " + path);
        }
        try {
            List<Source> sources =
                    paths().stream().flatMap(file -> sources(file).stream()).toList();
            if (sources.isEmpty()) {
                throw nothing();
            }
            return sources;
        } catch (AccessDeniedException denied) {
            throw new BackupUnreadableException("no permission to read directory " + path, denied);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new BackupUnreadableException(
                    "cannot read directory " + path + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /// Whether `file` is no file in the backup, but the backup itself.
    boolean isItself(String file) {
        return Files.isRegularFile(path) && nameOf(path).equals(file);
    }

    /// That there is nothing to read in a directory that can be read.
    BackupUnreadableException nothing() {
        return new BackupUnreadableException("nothing named *.csv in " + path + ", and no other export");
    }

    /// What every file looks like from outside.
    Set<Backup.Stamp> stamps() {
        try {
            Stream<Path> files = Files.isDirectory(path) ? paths().stream() : Stream.of(path);
            return files.map(this::stamp).collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException unreadable) {
            return Set.of(NOTHING);
        }
    }

    private List<Source> single() {
        if (!isExport(path)) {
            throw new BackupUnreadableException("neither a directory, nor a file named *.csv or *.zip: " + path);
        }
        Instant modified = stamp(path).modified().toInstant();
        String name = nameOf(path);
        return isZip(path)
                ? new ZipSources(path, "", modified).sources()
                : List.of(new Source(name, modified, () -> Files.newInputStream(path)));
    }

    /// The directory may be a symbolic link itself: whoever names it means what it leads to.
    private List<Path> paths() throws IOException {
        Path real = path.toRealPath();
        return new DirectoryWalk(real, SourceList::isExport)
                .files().stream()
                        .map(file -> path.resolve(real.relativize(file)))
                        .toList();
    }

    private List<Source> sources(Path file) {
        Instant modified = stamp(file).modified().toInstant();
        String name = nameInside(file);
        return isZip(file)
                ? new ZipSources(file, name, modified).sources(() -> check(file))
                : List.of(new Source(name, modified, () -> open(file)));
    }

    private InputStream open(Path file) throws IOException {
        check(file);
        return Files.newInputStream(file);
    }

    private void check(Path file) throws IOException {
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw new IOException("a symbolic link to nothing");
        }
        if (!file.toRealPath().startsWith(path.toRealPath())) {
            throw new IOException("a symbolic link that leaves the backup directory is not followed");
        }
        if (Files.isDirectory(file)) {
            throw new AccessDeniedException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("not a regular file");
        }
    }

    private Backup.Stamp stamp(Path file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return new Backup.Stamp(nameInside(file), seen.size(), seen.lastModifiedTime());
        } catch (IOException unreadable) {
            boolean exists = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            return exists ? new Backup.Stamp(nameInside(file), -1, NOTHING.modified()) : NOTHING;
        }
    }

    private String nameInside(Path file) {
        String inside = file.equals(path) ? "" : path.relativize(file).toString();
        return inside.isEmpty()
                ? nameOf(file)
                : inside.replace(file.getFileSystem().getSeparator(), "/");
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private static boolean isZip(Path file) {
        return nameOf(file).toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /// Whether a file called so may be one of ours; what is in it decides.
    static boolean isExport(Path file) {
        return isZip(file) || isExport(nameOf(file));
    }

    /// Whether a file called so may be one of ours, zips excepted.
    static boolean isExport(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return !name.startsWith("._") && ENDINGS.stream().anyMatch(name::endsWith);
    }
}
