package dev.segue.sync;

import java.io.Serial;

/// Whoever knows tracks cannot be asked now. Another try may succeed.
public final class KnowledgeUnavailable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public KnowledgeUnavailable(String message) {
        super(message);
    }

    public KnowledgeUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
