package dev.segue.local;

import dev.segue.local.system.Failure;
import dev.segue.local.system.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts a launcher in the background and waits until its system is ready.
record Detached(Context context) {

    private static final long BEAT_MS = 200;

    int up(Path backup, boolean demo) {
        Path log = context.home().log("up");
        context.home().prepare();
        Process launcher = launch(backup, demo, log);
        try {
            while (!launcher.waitFor(BEAT_MS, TimeUnit.MILLISECONDS)) {
                if (isReady(launcher)) {
                    context.terminal().say("up: ./segue status shows it, ./segue down ends it");
                    if (demo) {
                        context.terminal().say(Demo.places(context.environment()));
                    }
                    return 0;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure("stopped", stopped);
        }
        throw new Failure(lastLine(log));
    }

    private boolean isReady(Process launcher) {
        return Processes.read(context.home())
                .filter(processes -> processes.ready() && processes.launcher() == launcher.pid())
                .isPresent();
    }

    private Process launch(Path backup, boolean demo, Path log) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "segue"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx128m");
        command.add("-XX:MaxNewSize=16m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dstderr.encoding=UTF-8");
        command.add("-Dsegue.installation=" + context.home().installation());
        command.add("dev.segue.local.Segue");
        command.add("up");
        if (demo) {
            command.add("--demo");
        }
        command.add(backup.toString());
        var builder = new ProcessBuilder(command)
                .directory(context.here().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            Process launcher = builder.start();
            launcher.getOutputStream().close();
            return launcher;
        } catch (IOException unstartable) {
            throw new Failure("cannot start in the background: " + unstartable.getMessage(), unstartable);
        }
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "it ended without a word" : lines.getLast().replaceFirst("^segue: ", "");
        } catch (IOException unreadable) {
            throw new Failure("cannot read " + log + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
