package dev.segue.processing;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Runs programs of the machine: by argument list, never through a shell, within a time limit, each in a process group
/// of its own where there is `setsid`. Who runs too long is killed with its whole group. Thread-safe.
public final class Program implements AutoCloseable {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /// How `setsid` ends if it cannot start the program, and how it says so.
    private static final Set<Integer> NOT_STARTED = Set.of(126, 127);

    private static final String BY_SETSID = "setsid: ";

    /// What a program said last is waited for so long in any case.
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// How a program ended.
    public sealed interface End {

        /// It came to its end.
        ///
        /// @param exit 0 if all is well
        /// @param out  what it said, and `err` what it complained of: of much, the first and the last
        record Done(int exit, String out, String err) implements End {}

        /// It, or something that it left behind, took longer than it may, and was killed.
        record Overdue(Duration limit) implements End {}

        /// It could not be started.
        record Absent(String why) implements End {}
    }

    /// Runs `arguments`, the first of which is the program.
    ///
    /// @throws ShelfUnavailable if it was killed because the service stops
    public End run(List<String> arguments, Duration limit) {
        return run(arguments, limit, _ -> {});
    }

    /// The same, and `reader` sees each line of what it says, from two threads.
    public End run(List<String> arguments, Duration limit, Consumer<String> reader) {
        needOpen();
        Process process;
        try {
            process = new ProcessBuilder(grouped(arguments))
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
        } catch (IOException absent) {
            return new End.Absent(String.valueOf(absent.getMessage()));
        }
        running.add(process);
        try {
            End end = watch(process, limit, reader);
            needOpen();
            return end;
        } finally {
            running.remove(process);
        }
    }

    private void needOpen() {
        if (closed) {
            throw new ShelfUnavailable("the service stops, and no program is run", new IOException("closed"));
        }
    }

    private static End watch(Process process, Duration limit, Consumer<String> reader) {
        long end = System.nanoTime() + limit.toNanos();
        CompletableFuture<String> out = reading(process.getInputStream(), reader);
        CompletableFuture<String> err = reading(process.getErrorStream(), reader);
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                kill(process);
                return new End.Overdue(limit);
            }
            return ended(process.exitValue(), said(out, end), said(err, end));
        } catch (TimeoutException leftBehind) { // what the program started still holds its output
            kill(process);
            return new End.Overdue(limit);
        } catch (ExecutionException unread) {
            throw new IllegalStateException("nobody can read what a program says", unread);
        } catch (InterruptedException stopped) {
            kill(process);
            Thread.currentThread().interrupt();
            throw new ShelfUnavailable("stopped while " + process.info() + " was running", stopped);
        }
    }

    private static String said(CompletableFuture<String> stream, long end)
            throws InterruptedException, ExecutionException, TimeoutException {
        return stream.get(Math.max(end - System.nanoTime(), LAST_WORDS.toNanos()), TimeUnit.NANOSECONDS);
    }

    private static End ended(int exit, String out, String err) {
        boolean started = !NOT_STARTED.contains(exit) || !err.startsWith(BY_SETSID) || !Files.isExecutable(SETSID);
        return started
                ? new End.Done(exit, out, err)
                : new End.Absent(err.substring(BY_SETSID.length()).strip());
    }

    private static List<String> grouped(List<String> arguments) {
        var all = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            all.add(SETSID.toString());
        }
        all.addAll(arguments);
        return all;
    }

    private static CompletableFuture<String> reading(InputStream stream, Consumer<String> reader) {
        var text = new CompletableFuture<String>();
        var _ = Thread.ofVirtual().start(() -> {
            var kept = new Kept();
            try (stream) {
                kept.readAll(stream, new Lines(reader));
            } catch (IOException closed) {
                // it was killed: what was read is all
            } finally {
                text.complete(kept.text());
            }
        });
        return text;
    }

    private static void kill(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        if (Files.isExecutable(SETSID)) {
            killGroup(process.pid());
        }
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void killGroup(long leader) {
        try {
            new ProcessBuilder("kill", "-KILL", "--", "-" + leader).start().waitFor(5, TimeUnit.SECONDS);
        } catch (IOException none) {
            // the children that can be seen are killed one by one
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Kills what still runs: how that ends is no answer, and nobody gets it.
    @Override
    public void close() {
        closed = true;
        running.forEach(Program::kill);
    }
}
