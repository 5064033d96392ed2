package dev.segue.sync.notion;

import dev.segue.library.TrackId;
import dev.segue.sync.CatalogueEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What was written so lately that a query may not show it yet. Not thread-safe.
final class Recent {

    private final InstantSource clock;
    private final Duration settling;
    private final Map<TrackId, Row> rows = new HashMap<>();

    Recent(InstantSource clock, Duration settling) {
        this.clock = clock;
        this.settling = settling;
    }

    /// A page as it was written.
    record Row(String page, CatalogueEntry entry, Instant settled) {}

    void keep(String page, CatalogueEntry entry) {
        rows.put(entry.id(), new Row(page, entry, clock.instant().plus(settling)));
    }

    /// Those of `ids` that were written lately.
    Map<TrackId, Row> of(Collection<TrackId> ids) {
        Instant now = clock.instant();
        rows.values().removeIf(row -> !row.settled().isAfter(now));
        var found = new HashMap<>(rows);
        found.keySet().retainAll(ids);
        return found;
    }
}
