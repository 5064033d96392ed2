package dev.segue.processing.inbox;

import dev.segue.library.TrackId;
import dev.segue.processing.FileName;
import dev.segue.processing.FileUnusable;
import dev.segue.processing.Job;
import dev.segue.processing.Shelf;
import dev.segue.processing.ShelfUnavailable;
import dev.segue.processing.Stamp;
import dev.segue.processing.inbox.ServedFiles.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes finished files under safe names. Thread-safe.
final class OutputFolder implements Shelf {

    private final Path directory;
    private final ServedFiles served;

    /// Opens the folder, which is made when the first file comes.
    OutputFolder(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.served = new ServedFiles(this.directory);
    }

    @Override
    public synchronized Optional<String> fileOf(TrackId id) {
        return served.of(id).map(Served::file).filter(file -> Files.isRegularFile(directory.resolve(file)));
    }

    @Override
    public synchronized Optional<TrackId> servedBy(String source, Stamp stamp) {
        return served.servedBy(source, stamp);
    }

    @Override
    public Path path(String file) {
        return directory.resolve(file);
    }

    @Override
    public synchronized String put(TrackId id, Job.Source source, Path made, FileName name) throws FileUnusable {
        try {
            Files.createDirectories(directory);
            String file = free(id, name);
            served.remember(new Served(id, source.name(), source.stamp(), file));
            Files.move(made, inside(file), StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException unwritable) {
            throw new ShelfUnavailable("audio cannot be written to " + directory + ": " + unwritable, unwritable);
        }
    }

    /// The best name that is nobody else's. A file that the person put there is never written over.
    private String free(TrackId id, FileName name) throws FileUnusable {
        Optional<String> before = served.of(id).map(Served::file).filter(file -> file.endsWith(name.extension()));
        for (String file : Stream.concat(before.stream(), Stream.of(name.plainFile(), name.distinctFile()))
                .toList()) {
            if (!served.taken(file, id) && !Files.exists(inside(file), LinkOption.NOFOLLOW_LINKS)) {
                return file;
            }
        }
        throw new FileUnusable("another file is in its place: " + name.distinctFile());
    }

    private Path inside(String file) {
        Path path = directory.resolve(file).normalize();
        if (!directory.equals(path.getParent())) {
            throw new IllegalStateException("outside of the output folder: " + file);
        }
        return path;
    }
}
