package dev.segue.local.history;

import dev.segue.local.system.Failure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.Function;

/// Writes a file so that nobody ever sees a part of it: beside its place first, then in one step to it.
public final class WholeFile {

    private WholeFile() {}

    /// Writes what `content` gives to `file`, and gives it the time that `content` tells.
    ///
    /// @throws Failure if it cannot be written there; what was there before stays
    public static void write(Path file, Function<OutputStream, Instant> content) {
        if (Files.isDirectory(file)) {
            throw new Failure(file + " is a directory: name a file");
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                fill(file, content); // such as /dev/stdout
                return;
            }
            Path draft = file.resolveSibling(
                    "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            try {
                Files.setLastModifiedTime(draft, FileTime.from(fill(draft, content)));
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileSystemException impossible) {
            String reason = impossible.getReason();
            throw new Failure(
                    "cannot write " + file + (reason == null ? ": no such directory, or no permission" : ": " + reason),
                    impossible);
        } catch (IOException unwritable) {
            throw new Failure("cannot write " + file + ": " + unwritable.getMessage(), unwritable);
        }
    }

    private static Instant fill(Path file, Function<OutputStream, Instant> content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return content.apply(out);
        }
    }
}
