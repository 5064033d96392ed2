package dev.segue.processing.eagle;

import java.io.Serial;

/// Eagle answered, and said no.
final class EagleRefused extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    EagleRefused(String message) {
        super(message);
    }
}
