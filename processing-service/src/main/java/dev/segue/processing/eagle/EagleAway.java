package dev.segue.processing.eagle;

import java.io.Serial;

/// Nothing can be asked of Eagle now: it is closed, or another library is open.
final class EagleAway extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    EagleAway(String message) {
        super(message);
    }
}
