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
    private final boolean limited;

    public CatalogueUnavailable(String message, Throwable cause) {
        super(message, cause);
        this.pause = null;
        this.limited = false;
    }

    public CatalogueUnavailable(String message) {
        super(message);
        this.pause = null;
        this.limited = false;
    }

    /// @param pause how long it is of no use to ask again
    public CatalogueUnavailable(String message, Duration pause) {
        this(message, pause, false);
    }

    private CatalogueUnavailable(String message, Duration pause, boolean limited) {
        super(message);
        this.pause = pause;
        this.limited = limited;
    }

    /// The catalogue itself has said how long it takes nothing, or there is no way to it for now.
    ///
    /// @param pause so long
    public static CatalogueUnavailable limited(String message, Duration pause) {
        return new CatalogueUnavailable(message, pause, true);
    }

    /// How long it is of no use to ask again; empty if nobody knows.
    public Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }

    /// Whether it goes on by itself, after the pause or a few; else somebody may have to help.
    public boolean limited() {
        return limited;
    }
}
