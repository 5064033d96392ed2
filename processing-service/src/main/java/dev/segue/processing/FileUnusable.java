package dev.segue.processing;

import java.io.Serial;

/// An audio file could not be read. Its message says which and why, for people.
public final class FileUnusable extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public FileUnusable(String message) {
        super(message);
    }
}
