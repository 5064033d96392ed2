package dev.segue.detection.login;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JacksonException;
import dev.segue.library.fact.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The file that holds a login: JSON, for its owner only (mode 600), replaced as a whole and on the disk before
/// [#write] returns. Thread-safe, and safe between processes: who changes it holds the lock of `<file>.lock`.
final class TokenFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    /// The lock of a file holds between processes only; within one, these do.
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    /// What is in the file.
    sealed interface Stored {

        record Present(Login login) implements Stored {}

        record Absent() implements Stored {}

        /// It cannot be read, or is not what this program writes.
        record Damaged(String why) implements Stored {}
    }

    private final Path file;

    TokenFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    Path path() {
        return file;
    }

    Stored read() {
        try {
            return new Stored.Present(Wire.json().readValue(Files.readAllBytes(file), Login.class));
        } catch (NoSuchFileException none) {
            return new Stored.Absent();
        } catch (JacksonException garbled) {
            // its message would quote the file
            return new Stored.Damaged(file + " is not a login that Segue has written");
        } catch (IOException unreadable) {
            return new Stored.Damaged(file + " cannot be read: " + unreadable);
        }
    }

    /// Puts `login` into the file in one step: a kill leaves the old one or the new one, whole.
    ///
    /// @throws UncheckedIOException if it cannot be written; the old one stays
    void write(Login login) {
        try {
            Path next = room();
            Files.write(next, Wire.json().writeValueAsBytes(login));
            try (FileChannel written = FileChannel.open(next, WRITE)) {
                written.force(true);
            }
            Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written", unwritable);
        }
    }

    /// Finds out whether [#write] will work, as well as one can know before.
    ///
    /// @throws UncheckedIOException if not
    void tryWriting() {
        try {
            Path next = room();
            try (FileChannel channel = FileChannel.open(next, WRITE)) {
                // as much as a login takes, so that a full disk shows now
                int _ = channel.write(ByteBuffer.allocate(4096));
                channel.force(true);
            }
            Files.delete(next);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written", unwritable);
        }
    }

    /// An empty file beside it which only its owner may read.
    private Path room() throws IOException {
        Path directory = directory();
        Path next = directory.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        return Files.createFile(next, attributes());
    }

    private Path directory() throws IOException {
        Path directory = file.getParent();
        if (directory == null) {
            throw new IOException(file + " is a directory");
        }
        return Files.createDirectories(directory);
    }

    private static FileAttribute<?>[] attributes() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /// Does `work` while nobody else does such work, in this process or another; waits for its turn.
    ///
    /// @throws UncheckedIOException if there can be no lock
    <T> T locked(Supplier<T> work) {
        ReentrantLock here = LOCKS.computeIfAbsent(file, _ -> new ReentrantLock());
        here.lock();
        try (FileChannel channel = FileChannel.open(directory().resolve(file.getFileName() + ".lock"), CREATE, WRITE);
                var _ = channel.lock()) {
            return work.get();
        } catch (IOException unlockable) {
            throw new UncheckedIOException(file + " cannot be locked", unlockable);
        } finally {
            here.unlock();
        }
    }
}
