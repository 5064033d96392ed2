package dev.segue.processing.inbox;

import dev.segue.processing.AudioMatch;
import dev.segue.processing.Inbox;
import dev.segue.processing.InboxFile;
import dev.segue.processing.Stamp;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/// Lists a folder and all below it. Thread-safe.
///
/// It is looked at again every few seconds at most, and only files that are new or changed are read.
final class InboxFolder implements Inbox {

    private static final Logger LOG = Logger.getLogger(InboxFolder.class);
    private static final Duration FRESH = Duration.ofSeconds(3);

    /// A file as it was when it was read.
    private record Seen(long size, Instant changed, InboxFile file) {}

    private final Path directory;
    private final Path except;
    private final InstantSource clock;
    private Map<String, Seen> seen = Map.of();
    private AudioMatch files = new AudioMatch(java.util.List.of());
    private Instant lookedAt = Instant.MIN;

    /// @param except the output folder, which may lie inside
    InboxFolder(Path directory, Path except, InstantSource clock) {
        this.directory = RealPath.of(directory);
        this.except = RealPath.of(except);
        this.clock = clock;
    }

    @Override
    public Optional<String> directory() {
        return Optional.of(directory.toString());
    }

    @Override
    public synchronized AudioMatch files() {
        Instant now = clock.instant();
        if (lookedAt.isBefore(now.minus(FRESH))) {
            look();
            lookedAt = clock.instant();
        }
        return files;
    }

    @Override
    public Path path(InboxFile file) {
        return directory.resolve(file.name());
    }

    private void look() {
        var found = new TreeMap<String, Seen>();
        try {
            Files.walkFileTree(directory, new Listing(found));
        } catch (IOException gone) {
            LOG.warnf("The inbox %s cannot be listed, so it stays as it was: %s", directory, gone);
            return;
        }
        if (!found.equals(seen)) {
            seen = found;
            files = new AudioMatch(found.values().stream().map(Seen::file).toList());
            LOG.infof("The inbox %s has %d audio files", directory, files.size());
        }
    }

    /// Gathers audio files; what may not be read is passed over.
    private final class Listing extends SimpleFileVisitor<Path> {

        private final Map<String, Seen> found;

        Listing(Map<String, Seen> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                    !folder.equals(directory) && folder.getFileName().toString().startsWith(".");
            return hidden || folder.equals(except) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String last = file.getFileName().toString();
            if (attributes.isRegularFile() && !last.startsWith(".") && AudioTags.audio(last)) {
                String name = directory.relativize(file).toString().replace(File.separatorChar, '/');
                found.put(name, seen(file, name, attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) throws IOException {
            if (file.equals(directory)) {
                throw unreadable;
            }
            return FileVisitResult.CONTINUE;
        }

        private Seen seen(Path file, String name, BasicFileAttributes attributes) {
            long size = attributes.size();
            Instant changed = attributes.lastModifiedTime().toInstant();
            return Optional.ofNullable(seen.get(name))
                    .filter(old -> old.size() == size && old.changed().equals(changed))
                    .orElseGet(() -> new Seen(size, changed, AudioTags.read(file, name, new Stamp(size, changed))));
        }
    }
}
