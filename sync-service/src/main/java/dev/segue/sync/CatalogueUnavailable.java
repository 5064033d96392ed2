package dev.segue.sync;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The catalogue cannot be used now: busy, its disk full, away, or its limit reached. Another try may succeed.
public class CatalogueUnavailable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final @Nullable Duration pause;

    public CatalogueUnavailable(String message, Throwable cause) {
        super(message, cause);
        this.pause = null;
    }

    public CatalogueUnavailable(String message) {
        super(message);
        this.pause = null;
    }

    /// @param pause how long it is of no use to ask again
    public CatalogueUnavailable(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    /// How long it is of no use to ask again; empty if nobody knows.
    public Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }
}
