package dev.segue.sync;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether the catalogue is waited for now, for what, and until when. Thread-safe.
public final class CataloguePause {

    private final InstantSource clock;
    private volatile @Nullable Wait wait;

    public CataloguePause(InstantSource clock) {
        this.clock = clock;
        Metrics.gauge("segue.catalogue.paused", this, CataloguePause::seconds);
    }

    /// What is waited for.
    ///
    /// @param until   it is tried again
    /// @param reason  for people
    /// @param limited whether it has said itself that it goes on then; else somebody may have to help
    public record Wait(Instant until, String reason, boolean limited) {}

    /// It is of no use before `pause` has passed.
    public void begin(Duration pause, CatalogueUnavailable why) {
        wait = new Wait(clock.instant().plus(pause), String.valueOf(why.getMessage()), why.limited());
    }

    /// It goes on.
    public void end() {
        if (wait != null) {
            wait = null;
        }
    }

    /// What is waited for now; empty if nothing is.
    public Optional<Wait> now() {
        return Optional.ofNullable(wait);
    }

    /// When who was told `away` may ask again: as the catalogue has said, else when the synchronisation does. Empty if
    /// nobody knows.
    public Optional<Instant> until(CatalogueUnavailable away) {
        Instant now = clock.instant();
        return away.pause().map(now::plus).or(() -> now().map(Wait::until).filter(now::isBefore));
    }

    private double seconds() {
        return now().map(Wait::until)
                .map(until -> Duration.between(clock.instant(), until).toMillis() / 1000.0)
                .filter(left -> left > 0)
                .orElse(0.0);
    }
}
