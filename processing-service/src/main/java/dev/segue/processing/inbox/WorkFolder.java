package dev.segue.processing.inbox;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Wire;
import dev.segue.processing.Bench;
import dev.segue.processing.FileUnusable;
import dev.segue.processing.Job;
import dev.segue.processing.ShelfUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A folder for each track that is worked on, in `.segue-work` in the output folder: the files, and `job.json`, which
/// says how far it has come. A part has a name that nobody had before, since a program of a killed service may still be
/// writing.
final class WorkFolder implements Bench {

    private static final String JOB = "job.json";

    /// More than tags take, but for a cover.
    private static final int TAGS = 256 * 1024;

    private final Path directory;

    /// Folders that may be there. Most tracks never have one, and the disk is not asked for it.
    private final Set<String> folders = ConcurrentHashMap.newKeySet();

    /// Sees what a killed service left.
    ///
    /// @throws ShelfUnavailable if it cannot
    WorkFolder(Path output) {
        this.directory = output.toAbsolutePath().normalize().resolve(".segue-work");
        if (Files.isDirectory(directory)) {
            try (Stream<Path> left = Files.list(directory)) {
                left.map(folder -> folder.getFileName().toString()).forEach(folders::add);
            } catch (IOException | UncheckedIOException unreadable) {
                throw new ShelfUnavailable(directory + " cannot be read: " + unreadable, unreadable);
            }
        }
    }

    @Override
    public Optional<Job> resume(Track track) {
        if (!folders.contains(name(track.id()))) {
            return Optional.empty();
        }
        Path kept = file(track.id(), JOB);
        if (Files.isRegularFile(kept)) {
            try {
                Job job = Wire.json().readValue(Files.readAllBytes(kept), Job.class);
                if (job.track().equals(track) && there(job)) {
                    return Optional.of(job);
                }
            } catch (IOException | NullPointerException unreadable) {
                // it was written by another version: the work begins anew
            }
        }
        clear(track.id());
        return Optional.empty();
    }

    private boolean there(Job job) {
        return switch (job) {
            case Job.Wanted _, Job.Ended _ -> false;
            case Job.Found found -> Files.isRegularFile(Path.of(found.source().path()));
            case Job.Converted converted -> there(job, converted.file(), converted.source());
            case Job.Verified verified -> there(job, verified.file(), verified.source());
            case Job.Tagged tagged -> there(job, tagged.file(), tagged.source());
        };
    }

    private boolean there(Job job, String file, Job.Source source) {
        return Files.isRegularFile(file(job.track().id(), file)) && Files.isRegularFile(Path.of(source.path()));
    }

    @Override
    public void keep(Job job) {
        writing(() -> {
            Path part = part(job.track().id(), ".json");
            Files.write(part, Wire.json().writerFor(Job.class).writeValueAsBytes(job));
            finish(job.track().id(), part, JOB);
        });
    }

    @Override
    public Path part(TrackId id, String extension) {
        Path folder = folder(id);
        writing(() -> make(id));
        return folder.resolve("part-" + UUID.randomUUID() + extension);
    }

    @Override
    public void finish(TrackId id, Path part, String name) {
        writing(() -> {
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file(id, name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    @Override
    public void copy(TrackId id, Path source, String name) throws FileUnusable {
        try {
            make(id);
            WholeCopy.of(source, source.getFileName().toString(), file(id, name));
        } catch (IOException unwritable) {
            throw unavailable(unwritable);
        }
    }

    /// Some that write say nothing when a disk takes only a part.
    @Override
    public void needRoom(TrackId id, String name) {
        writing(() -> {
            Path room = part(id, ".room");
            try (FileChannel out = FileChannel.open(room, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                long left = Files.size(file(id, name)) + TAGS;
                while (left > 0) {
                    left -= out.write(ByteBuffer.allocate((int) Math.min(left, TAGS)));
                }
            } finally {
                Files.deleteIfExists(room);
            }
        });
    }

    @Override
    public Path file(TrackId id, String name) {
        return folder(id).resolve(name);
    }

    @Override
    public void clear(TrackId id) {
        Path folder = folder(id);
        if (folders.contains(name(id)) && Files.isDirectory(folder)) {
            writing(() -> {
                for (Path path : all(folder)) {
                    Files.deleteIfExists(path);
                }
            });
        }
        folders.remove(name(id));
    }

    private void make(TrackId id) throws IOException {
        folders.add(name(id)); // before it is there: it is to be cleared in any case
        Files.createDirectories(folder(id));
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private Path folder(TrackId id) {
        return directory.resolve(name(id));
    }

    private static String name(TrackId id) {
        return id.toString().replace(':', '-');
    }

    /// Something that writes.
    private interface Writing {
        void run() throws IOException;
    }

    private void writing(Writing what) {
        try {
            what.run();
        } catch (IOException unwritable) {
            throw unavailable(unwritable);
        }
    }

    private ShelfUnavailable unavailable(IOException unwritable) {
        return new ShelfUnavailable("audio cannot be written to " + directory + ": " + unwritable, unwritable);
    }
}
