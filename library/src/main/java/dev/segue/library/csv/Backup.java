package dev.segue.library.csv;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Where the person's CSV files are: a directory, or one single `.csv` file. Immutable.
///
/// ```java
/// CsvLibrary library = Backup.at(Path.of("backup")).read();
/// ```
///
/// In a directory, every file named `*.csv` counts, in upper or lower case, but none in sub-directories. A symbolic
/// link
/// that leaves the directory is not followed.
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
        List<Source> sources = new SourceList(path).sources();
        SharedValues shared = new SharedValues();
        List<ReadFile> files = sources.parallelStream()
                .map(source -> new FileReading(source, shared).read())
                .toList();
        return CsvLibrary.of(files, Instant.now());
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
    }

    /// One file's look from outside.
    public record Stamp(String file, long size, FileTime modified) {}

    @Override
    public String toString() {
        return path.toString();
    }
}
