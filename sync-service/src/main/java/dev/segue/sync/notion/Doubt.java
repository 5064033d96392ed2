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
/// Notion knows no idempotency key, so who makes a page without an answer has to look for it, for as long as a call may
/// take to be carried out, and then as long as a query may lag.
final class Doubt {

    private final Memory memory;
    private final InstantSource clock;
    private final Duration settling;
    private Map<String, Instant> until;

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
        var next = new HashMap<>(until);
        next.values().removeIf(settled -> !settled.isAfter(now));
        next.put(name, longest(now));
        memory.keepDoubts(next);
        until = next;
    }

    private Instant longest(Instant now) {
        return now.plus(NotionApi.PATIENCE).plus(settling);
    }

    /// The call that makes `name` is over, and if it made it, a query shows it soon. That need not be on disk: who does
    /// not know it waits longer.
    void over(String name) {
        until.put(name, clock.instant().plus(settling));
    }

    /// `name` was surely not made.
    void drop(String name) {
        until.remove(name);
        memory.keepDoubts(until);
    }

    /// For who has looked for `name` and not found it: why it had better not be made, until a query would show it; look
    /// again after the pause. A clock that was put back makes nobody wait for longer.
    Optional<CatalogueUnavailable> about(String name) {
        Instant now = clock.instant();
        until.computeIfPresent(name, (_, then) -> then.isAfter(longest(now)) ? longest(now) : then);
        return Optional.ofNullable(until.get(name))
                .filter(then -> then.isAfter(now))
                .map(settled -> Duration.between(now, settled))
                .map(left -> new CatalogueUnavailable(
                        "Notion may have made " + name + ": it is looked for again in a moment",
                        left.compareTo(settling) < 0 ? left : settling));
    }

    /// @throws CatalogueUnavailable with what is [about][#about(String)] it, if there is something
    void check(String name) {
        about(name).ifPresent(wait -> {
            throw wait;
        });
    }

    Duration settling() {
        return settling;
    }
}
