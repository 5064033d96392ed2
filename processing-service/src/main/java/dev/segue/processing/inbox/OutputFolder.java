package dev.segue.processing.inbox;

import dev.segue.library.TrackId;
import dev.segue.processing.FileName;
import dev.segue.processing.FileUnusable;
import dev.segue.processing.InboxFile;
import dev.segue.processing.Shelf;
import dev.segue.processing.ShelfUnavailable;
import dev.segue.processing.inbox.ServedFiles.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Copies files from the inbox under safe names. Used by one thread at a time.
final class OutputFolder implements Shelf {

    private final Optional<Path> inbox;
    private final Path directory;
    private final ServedFiles served;

    /// Opens the folder, which is made when the first file comes.
    OutputFolder(Optional<Path> inbox, Path directory) throws IOException {
        this.inbox = inbox.map(Path::toAbsolutePath);
        this.directory = directory.toAbsolutePath().normalize();
        this.served = new ServedFiles(this.directory);
    }

    @Override
    public Optional<String> fileOf(TrackId id) {
        return served.of(id).map(Served::file).filter(file -> Files.isRegularFile(directory.resolve(file)));
    }

    @Override
    public Optional<TrackId> servedBy(InboxFile source) {
        return served.servedBy(source.name());
    }

    @Override
    public String put(TrackId id, InboxFile source, FileName name) throws FileUnusable {
        Path from = inbox.orElseThrow().resolve(source.name());
        try {
            Files.createDirectories(directory);
            String file = free(id, from, name);
            Path to = inside(file);
            served.remember(new Served(id, source.name(), file));
            if (!same(from, to)) {
                WholeCopy.of(from, source.name(), to);
            }
            return file;
        } catch (IOException unwritable) {
            throw new ShelfUnavailable("audio cannot be written to " + directory + ": " + unwritable, unwritable);
        }
    }

    /// The best name that is nobody else's. A file that the person put there is never written over.
    private String free(TrackId id, Path from, FileName name) throws IOException, FileUnusable {
        Optional<String> before = served.of(id).map(Served::file);
        for (String file : Stream.concat(before.stream(), Stream.of(name.plainFile(), name.distinctFile()))
                .toList()) {
            boolean ours = !served.taken(file, id);
            if (ours && (!Files.exists(inside(file)) || same(from, inside(file)))) {
                return file;
            }
        }
        throw new FileUnusable("another file is in its place: " + name.distinctFile());
    }

    private static boolean same(Path from, Path to) throws IOException {
        return Files.isReadable(from) && Files.isRegularFile(to) && Files.mismatch(from, to) < 0;
    }

    private Path inside(String file) {
        Path path = directory.resolve(file).normalize();
        if (!directory.equals(path.getParent())) {
            throw new IllegalStateException("outside of the output folder: " + file);
        }
        return path;
    }
}
