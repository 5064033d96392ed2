package dev.segue.local.system;

import static java.lang.ProcessBuilder.Redirect.appendTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// One process that was started.
final class Child {

    /// A Ctrl-C on the terminal, or its closing, reaches every process of the terminal at once; a child ignores both,
    /// so
    /// that the launcher can stop all in order. `exec` keeps the process id.
    private static final List<String> DEAF_TO_THE_TERMINAL = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"");

    private static final int SIGNALLED = 128;

    private final ChildSpec spec;
    private final Process process;
    private final Log log;
    private volatile boolean mayDie;

    private Child(ChildSpec spec, Process process, Log log) {
        this.spec = spec;
        this.process = process;
        this.log = log;
    }

    static Child start(ChildSpec spec, Home home, String instance) {
        Log log = Log.open(home.log(spec.name()));
        var command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.add("segue-" + spec.name());
        command.add(java().toString());
        command.addAll(new Mark(instance, spec.name()).settings());
        command.addAll(spec.java());
        var builder = new ProcessBuilder(command)
                .directory(home.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(appendTo(log.file().toFile()));
        builder.environment().putAll(spec.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new Child(spec, process, log);
        } catch (IOException unstartable) {
            throw new Failure("cannot start " + spec.name() + ": " + unstartable.getMessage(), unstartable);
        }
    }

    private static Path java() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        if (!Files.isExecutable(java)) {
            throw new Failure("no java in " + java.getParent());
        }
        return java;
    }

    ChildSpec spec() {
        return spec;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    Processes.Entry entry() {
        return new Processes.Entry(spec.name(), process.pid(), process.info().startInstant(), spec.port());
    }

    /// Completes when it has died although nobody wanted it to.
    CompletableFuture<Failure> death() {
        var death = new CompletableFuture<Failure>();
        var _ = process.onExit().thenAccept(dead -> {
            if (!mayDie) {
                death.complete(obituary(dead.exitValue()));
            }
        });
        return death;
    }

    /// From now on its end is no surprise.
    void letDie() {
        mayDie = true;
    }

    private Failure obituary(int status) {
        String reason = log.lastError().map(line -> ": " + line).orElse("");
        String how =
                status > SIGNALLED ? "was killed by signal " + (status - SIGNALLED) : "died (status " + status + ")";
        return new Failure(spec.name() + " " + how + reason + "; its log is " + log.file());
    }

    Failure tooSlow(long seconds) {
        String reason = log.lastError().map(line -> ": " + line).orElse("");
        return new Failure(
                spec.name() + " was not ready after " + seconds + " s" + reason + "; its log is " + log.file());
    }
}
