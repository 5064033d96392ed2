package dev.segue.local.system;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.fasterxml.jackson.core.JacksonException;
import dev.segue.library.fact.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What runs in a home, as `processes.json` says. Immutable.
///
/// It is written before the first process is started, so whatever this system starts can be recognised afterwards by
/// the instance on its command line.
///
/// @param instance a UUID of this start
/// @param mode     `run`, `up` or `demo`
/// @param launcher process id of the launcher
/// @param ready    whether all processes are ready
/// @param backup   the CSV files that the services read
/// @param children those that were started
public record Processes(
        String instance, String mode, long launcher, boolean ready, Optional<String> backup, List<Entry> children) {

    /// One process.
    ///
    /// @param startedAt as the operating system says it: with the process id, the name of a process
    public record Entry(String name, long pid, Optional<Instant> startedAt, int port) {

        /// The process, if it is still the same one.
        Optional<ProcessHandle> handle() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info().startInstant().equals(startedAt));
        }
    }

    public Processes {
        // by it processes are found that may be ended: of nothing else is it certain that it is ours
        instance = UUID.fromString(instance).toString();
        children = List.copyOf(children);
    }

    /// Where the process called `name` listens.
    public Optional<Integer> port(Part part) {
        return children.stream()
                .filter(child -> child.name().equals(part.label()))
                .map(Entry::port)
                .findFirst();
    }

    /// Those that were started and do not live any more.
    public List<String> dead() {
        return children.stream()
                .filter(child -> child.handle().isEmpty())
                .map(Entry::name)
                .toList();
    }

    /// What was last written in `home`; empty if nothing was, or it was ended.
    public static Optional<Processes> read(Home home) {
        try {
            return Optional.of(Wire.json().readValue(Files.readAllBytes(home.processes()), Processes.class));
        } catch (JacksonException garbage) {
            return Optional.empty(); // written by nobody of ours: nothing in it is provably ours
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /// Whether there is a launcher that stops the processes of `home` when they have to be.
    public static boolean isWatched(Home home) {
        return Lock.holder(home).isPresent();
    }

    /// @throws Failure if it cannot be written
    void write(Home home) {
        Path draft = home.processes().resolveSibling("processes.json.new");
        try {
            Files.write(draft, Wire.json().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(draft, home.processes(), ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw Failure.unwritable(home.processes(), unwritable);
        }
    }

    /// @throws Failure if it cannot be deleted
    static void forget(Home home) {
        try {
            Files.deleteIfExists(home.processes());
        } catch (IOException undeletable) {
            throw Failure.unwritable(home.processes(), undeletable);
        }
    }
}
