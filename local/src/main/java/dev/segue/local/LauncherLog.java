package dev.segue.local;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// What is of no interest to the person until something goes wrong: `.segue/logs/launcher.log`. Nothing is written, and
/// no directory made, before there is something to write.
final class LauncherLog extends Handler {

    private static final Logger ROOT = Logger.getLogger("");

    private final Path file;

    LauncherLog(Path file) {
        this.file = file;
        setFormatter(new SimpleFormatter());
        // loads what a line takes, zones and all, while there is memory for it
        getFormatter().format(new LogRecord(Level.INFO, ""));
    }

    /// From now on everything that is logged in this process goes to `file`.
    static void to(Path file) {
        LogManager.getLogManager().reset();
        ROOT.addHandler(new LauncherLog(file));
        ROOT.setLevel(Level.WARNING);
    }

    @Override
    public synchronized void publish(LogRecord line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, getFormatter().format(line), CREATE, APPEND);
        } catch (IOException unwritable) {
            return; // the person has been told in one line; there is nowhere to put more
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
