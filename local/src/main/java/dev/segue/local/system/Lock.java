package dev.segue.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// There is one system in a home. The kernel gives the lock back when its holder ends, however it ends.
final class Lock implements AutoCloseable {

    /// Closing a second channel of a locked file would give the lock of this process back, so it is not opened again.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Lock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// The lock; empty while somebody else holds it.
    static Optional<Lock> take(Home home) {
        Path file = home.lock();
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        try {
            Optional<Lock> lock = open(file);
            if (lock.isEmpty()) {
                lock = open(file); // who only looks for its holder has it for a moment
            }
            if (lock.isEmpty()) {
                HELD_HERE.remove(file);
            }
            return lock;
        } catch (IOException unwritable) {
            HELD_HERE.remove(file);
            throw new Failure("cannot write to " + home.state() + ": " + unwritable, unwritable);
        }
    }

    private static Optional<Lock> open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
        return Optional.of(new Lock(file, channel));
    }

    /// The process that holds the lock of `home`, if one does.
    ///
    /// @throws Failure if nobody lets us see
    static Optional<ProcessHandle> holder(Home home) {
        if (HELD_HERE.contains(home.lock())) {
            return Optional.of(ProcessHandle.current());
        }
        if (!Files.exists(home.lock())) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(home.lock(), READ, WRITE)) {
            return channel.tryLock() == null ? pid(home.lock()).flatMap(ProcessHandle::of) : Optional.empty();
        } catch (IOException unreadable) {
            throw new Failure("cannot read " + home.lock() + ": " + unreadable, unreadable);
        }
    }

    private static Optional<Long> pid(Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /// Gives the lock back.
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyLost) {
            throw new UncheckedIOException(alreadyLost);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
