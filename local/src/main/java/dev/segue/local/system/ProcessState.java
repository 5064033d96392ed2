package dev.segue.local.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How one process is now.
///
/// @param memory resident bytes, if the operating system tells
public record ProcessState(
        String name, long pid, int port, State state, Optional<Long> memory, Optional<Duration> uptime) {

    /// Whether it can work.
    public enum State {
        READY,
        STARTING,
        DEAD
    }

    /// The processes of the system in `home`, alive or dead; empty if there is none.
    public static List<ProcessState> of(Home home, Instant now) {
        return Processes.read(home).stream()
                .flatMap(processes -> processes.children().stream())
                .map(entry -> of(entry, now))
                .toList();
    }

    private static ProcessState of(Processes.Entry entry, Instant now) {
        Optional<ProcessHandle> process = entry.handle();
        return new ProcessState(
                entry.name(),
                entry.pid(),
                entry.port(),
                process.isEmpty() ? State.DEAD : answers(entry) ? State.READY : State.STARTING,
                process.flatMap(alive -> memory(alive.pid())),
                process.flatMap(alive -> alive.info().startInstant()).map(start -> Duration.between(start, now)));
    }

    private static boolean answers(Processes.Entry entry) {
        return entry.name().equals(Part.BROKER.label())
                ? BrokerProbe.listens(entry.port())
                : new HttpProbe(entry.port()).ready();
    }

    /// What `ps` knows everywhere, and `/proc` more cheaply on Linux.
    private static Optional<Long> memory(long pid) {
        Path status = Path.of("/proc/" + pid + "/status");
        try {
            String text = Files.exists(status) ? Files.readString(status) : "VmRSS: " + ps(pid);
            return text.lines()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .filter(digits -> !digits.isEmpty())
                    .map(digits -> Long.parseLong(digits) << 10)
                    .findFirst();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static String ps(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        return new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
