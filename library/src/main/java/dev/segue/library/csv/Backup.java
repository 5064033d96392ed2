package dev.segue.library.csv;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where the person's exports are: a directory, a zip, or one single file. Immutable.
///
/// ```java
/// CsvLibrary library = Backup.at(Path.of("backup")).read();
/// ```
///
/// In a directory, and in the directories in it but hidden ones, every file named `*.csv` counts, in upper or lower
/// case, and every `*.zip`, `*.txt`, `*.json` and `*.spotdl` that turns out to be an export. The directory may be a
/// symbolic link; one in it that leaves it is not followed.
public final class Backup {

    private final Path path;

    private Backup(Path path) {
        this.path = path;
    }

    /// The backup at `path`. Does not touch the disk.
    public static Backup at(Path path) {
        return new Backup(path);
    }

    /// Reads all files, several at a time. A file that cannot be read is in [dev.segue.library.csv.CsvLibrary#files()]
    /// with the reason.
    ///
    /// @throws BackupUnreadableException if there is no file to read
    public CsvLibrary read() {
        return read(CsvLibrary.empty());
    }

    /// Reads all files. One that cannot be read, or not to its end, as it is while it is still being written, stays as
    /// `previous` has it, and says so.
    ///
    /// @param previous what was read of this backup before
    /// @throws BackupUnreadableException if there is no file to read
    public CsvLibrary read(CsvLibrary previous) {
        SourceList list = new SourceList(path);
        List<ReadFile> files = list.sources().parallelStream()
                .flatMap(source -> read(source, previous).stream())
                .flatMap(file -> isWhole(file) ? Stream.of(file) : lastGood(file, previous, list))
                .toList();
        if (files.isEmpty()) {
            throw list.nothing();
        }
        return CsvLibrary.of(files, Instant.now());
    }

    /// A file that was an export may be about to become one again.
    private static Optional<ReadFile> read(Source source, CsvLibrary previous) {
        return new FileReading(source)
                .read()
                .or(() -> previous.asItWas(source.file())
                        .map(_ -> ReadFile.unreadable(source, "it is no export any more")));
    }

    private static boolean isWhole(ReadFile file) {
        return file.isReadable() && !file.file().truncated();
    }

    private static Stream<ReadFile> lastGood(ReadFile broken, CsvLibrary previous, SourceList list) {
        String file = broken.file().file();
        List<String> known = list.isItself(file) ? previous.filesIn("") : previous.filesIn(file);
        List<ReadFile> before = known.stream()
                .flatMap(name -> previous.asItWas(name).stream())
                .filter(Backup::isWhole)
                .map(good -> good.staysBecause(broken.file()))
                .toList();
        return before.isEmpty() ? Stream.of(broken) : before.stream();
    }

    /// What the files look like from outside. Equal to an earlier one as long as nothing was changed, added or removed;
    /// cheap, since no file is opened. A backup that does not exist has one, too.
    public Fingerprint fingerprint() {
        return new Fingerprint(new SourceList(path).stamps());
    }

    /// A backup's look from outside, to be compared with an earlier one.
    public record Fingerprint(Set<Stamp> files) {

        public Fingerprint {
            files = Set.copyOf(files);
        }

        /// Whether some file was written at `when` or later, and so may not be whole yet.
        public boolean hasChangedSince(Instant when) {
            FileTime start = FileTime.from(when);
            return files.stream().anyMatch(file -> file.isWrittenSince(start));
        }

        /// Whether a file that `known` has as well has become another one at `when` or later, and so may not be whole
        /// yet. Nothing is lost by a file that is new.
        public boolean hasRewritten(Fingerprint known, Instant when) {
            FileTime start = FileTime.from(when);
            Set<String> before = known.files.stream().map(Stamp::file).collect(Collectors.toSet());
            return files.stream()
                    .filter(file -> before.contains(file.file()) && !known.files.contains(file))
                    .anyMatch(file -> file.isWrittenSince(start));
        }
    }

    /// One file's look from outside.
    public record Stamp(String file, long size, FileTime modified) {

        private boolean isWrittenSince(FileTime start) {
            return modified.compareTo(start) >= 0;
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
