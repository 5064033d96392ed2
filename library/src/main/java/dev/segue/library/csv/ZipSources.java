package dev.segue.library.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The exports in a zip, read in place: nothing is ever written to the disk.
///
/// @param zip      the file
/// @param name     its path inside the backup; empty if it is the whole backup
/// @param modified when it was last written
record ZipSources(Path zip, String name, Instant modified) {

    private static final int MOST_ENTRIES = 10_000;
    /// below this, all that comes out is harmless
    private static final long HARMLESS_BYTES = 256L << 20;
    private static final long MOST_BYTES = 4L << 30;
    /// The letters of names that do not say to be UTF-8: those of the first PC (APPNOTE.TXT, D.1). Any byte is one.
    private static final Charset OLD_NAMES =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    /// What must hold before a file is opened.
    interface Check {

        /// Looks whether it holds.
        ///
        /// @throws IOException if it does not, with a message for people
        void run() throws IOException;
    }

    /// In the order of their names.
    List<Source> sources() {
        return sources(() -> {});
    }

    /// In the order of their names; if the zip cannot be read, one that says why.
    List<Source> sources(Check check) {
        try {
            check.run();
            try (ZipFile file = open()) {
                List<? extends ZipEntry> entries = file.stream()
                        .filter(entry -> isOurs(entry))
                        .sorted(Comparator.comparing(ZipEntry::getName))
                        .toList();
                checkSum(entries);
                return ZipPlace.of(entries).stream().map(this::source).toList();
            }
        } catch (IOException unreadable) {
            return List.of(new Source(label(), modified, () -> {
                throw new IOException("not a zip that can be read: " + unreadable.getMessage(), unreadable);
            }));
        }
    }

    /// Each may be harmless, and all together not.
    private void checkSum(List<? extends ZipEntry> entries) throws IOException {
        long most = Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, Files.size(zip) * BoundedEntry.MOST_TIMES));
        long left = most;
        for (ZipEntry entry : entries) {
            left -= Math.max(0, entry.getSize());
            if (left < 0) {
                throw BoundedEntry.bomb(most);
            }
        }
    }

    private String label() {
        return name.isEmpty() ? String.valueOf(zip.getFileName()) : name;
    }

    /// macOS puts a second file beside each, which is none.
    private static boolean isOurs(ZipEntry entry) {
        String name = ZipPlace.path(entry);
        String file = name.substring(name.lastIndexOf('/') + 1);
        return !entry.isDirectory() && !name.startsWith("__MACOSX/") && SourceList.isExport(file);
    }

    private Source source(ZipPlace place) {
        Instant written = Optional.ofNullable(place.entry().getLastModifiedTime())
                .map(java.nio.file.attribute.FileTime::toInstant)
                .filter(time -> time.isBefore(modified.plus(java.time.Duration.ofDays(1))))
                .orElse(modified);
        return new Source(
                name.isEmpty() ? place.label() : name + '/' + place.label(),
                label() + '/' + place.path(),
                written,
                () -> open(place));
    }

    private ZipFile open() throws IOException {
        ZipDirectory.check(zip);
        try {
            return checked(new ZipFile(zip.toFile(), StandardCharsets.UTF_8));
        } catch (ZipException oldNames) {
            return checked(new ZipFile(zip.toFile(), OLD_NAMES));
        }
    }

    private static ZipFile checked(ZipFile file) throws IOException {
        if (file.size() > MOST_ENTRIES) {
            file.close();
            throw new IOException("it has more than " + MOST_ENTRIES + " entries");
        }
        return file;
    }

    private InputStream open(ZipPlace place) throws IOException {
        ZipFile file = open();
        try {
            return place.open(file);
        } catch (IOException unreadable) {
            file.close();
            throw unreadable;
        }
    }
}
