package dev.segue.sync;

import java.io.Serial;

/// The catalogue cannot be used now: busy, its disk full, away. Nothing was written; another try may succeed.
public final class CatalogueUnavailable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public CatalogueUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
