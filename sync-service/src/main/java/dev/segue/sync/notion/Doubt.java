package dev.segue.sync.notion;

import dev.segue.sync.CatalogueUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What may exist though no query shows it yet: pages that were just made, or may have been, by this process or by one
/// that was killed. Not thread-safe.
///
/// Notion knows no idempotency key, so who makes a page without an answer has to look for it, and not too early.
final class Doubt {

    private final Memory memory;
    private final InstantSource clock;
    private final Duration settling;
    private final Map<String, Instant> until;

    /// @param settling after which a query shows what was written
    Doubt(Memory memory, InstantSource clock, Duration settling) {
        this.memory = memory;
        this.clock = clock;
        this.settling = settling;
        this.until = new HashMap<>(memory.doubts());
    }

    /// `name` is about to be made. Remembered on disk, before.
    void begin(String name) {
        Instant now = clock.instant();
        until.values().removeIf(settled -> !settled.isAfter(now));
        until.put(name, now.plus(settling));
        memory.keepDoubts(until);
    }

    /// `name` was surely not made.
    void end(String name) {
        until.remove(name);
        memory.keepDoubts(until);
    }

    /// @throws CatalogueUnavailable until a query would show `name`
    void check(String name) {
        Instant now = clock.instant();
        Optional<Instant> settled = Optional.ofNullable(until.get(name)).filter(then -> then.isAfter(now));
        if (settled.isPresent()) {
            throw new CatalogueUnavailable(
                    "Notion may have made " + name + ": it is looked for again in a moment",
                    Duration.between(now, settled.get()));
        }
    }

    Duration settling() {
        return settling;
    }
}
