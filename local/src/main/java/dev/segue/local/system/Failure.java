package dev.segue.local.system;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/// Something that the person has to know about and can do something about: one line, no stack trace.
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Failure(String line) {
        super(line);
    }

    public Failure(String line, Throwable cause) {
        super(line, cause);
    }

    /// That something cannot be written where it belongs, as where a part of it is somebody else's after one start with
    /// `sudo`.
    static Failure unwritable(Path place, IOException why) {
        String reason = switch (why) {
            case AccessDeniedException _ -> "no permission; it may belong to somebody else";
            case FileAlreadyExistsException _ -> "something else is in its place";
            case DirectoryNotEmptyException _ -> "a directory is in its place";
            default -> why.getMessage() + " (" + why.getClass().getSimpleName() + ')';
        };
        return new Failure("cannot write to " + place + ": " + reason, why);
    }

    /// The line to print.
    public String line() {
        return String.valueOf(getMessage());
    }
}
