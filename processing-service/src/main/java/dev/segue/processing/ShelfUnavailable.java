package dev.segue.processing;

import java.io.Serial;

/// The output folder cannot be written now: its disk is full or away. Another try may succeed.
public final class ShelfUnavailable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public ShelfUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
