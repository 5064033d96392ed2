package dev.segue.sync;

import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where the library is written down. Used by one thread at a time, except [#summary()].
public interface Catalogue {

    /// The entries there are for `ids`, in one query.
    ///
    /// @throws CatalogueUnavailable if it cannot be asked now
    Map<TrackId, CatalogueEntry> find(Collection<TrackId> ids);

    /// Carries out `plans` in their order: all of them or none.
    ///
    /// @param at the time of the change, for the rows
    /// @throws CatalogueUnavailable if it cannot be written now
    void apply(List<CataloguePlan> plans, Instant at);

    /// How much is in it.
    ///
    /// @throws CatalogueUnavailable if it cannot be asked now
    CatalogueSummary summary();
}
