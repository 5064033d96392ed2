package dev.segue.sync;

import dev.segue.library.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the library is written down. Whoever asks and then writes holds its monitor; [#summary()] and [#rows()] need
/// none.
public interface Catalogue extends AutoCloseable {

    /// The entries there are for `ids`, in one query for each hundred.
    ///
    /// @throws CatalogueUnavailable if it cannot be asked now
    Map<TrackId, CatalogueEntry> find(Collection<TrackId> ids);

    /// Why nobody knows whether it holds `id`, which [#find] has just not shown: to write it down now might be to do it
    /// twice. Empty if it does not; else it is worth asking again after the pause.
    default Optional<CatalogueUnavailable> doubt(TrackId id) {
        return Optional.empty();
    }

    /// Carries out `plans` in their order. If that ends in the middle, nobody knows how many of them were: ask again
    /// and plan anew.
    ///
    /// @param at the time of the change, for the rows
    /// @return those that it will not hold as they are, each with the reason; all others are written
    /// @throws CatalogueUnavailable if it cannot be written now
    Map<TrackId, String> apply(List<CataloguePlan> plans, Instant at);

    /// How `entry` reads once it is written here, where this catalogue cannot show all of it. What reads alike is not
    /// written again.
    default CatalogueEntry shown(CatalogueEntry entry) {
        return entry;
    }

    /// How it calls a track: a page's id, or a row's key.
    default String page(TrackId id) {
        return id.toString();
    }

    /// All rows there are, also those that others made.
    CatalogueReading rows();

    /// Where it is, without any password.
    String place();

    /// How many tracks are written at once, before anybody hears of them: no more than take some seconds.
    default int writtenAtOnce() {
        return 100;
    }

    /// How many tracks are best asked for together.
    default int together() {
        return 100;
    }

    /// How long fewer wait for more, since each question has its price.
    default Duration gathering() {
        return Duration.ZERO;
    }

    /// How much is in it.
    ///
    /// @throws CatalogueUnavailable if it cannot be asked now
    CatalogueSummary summary();

    @Override
    default void close() {}
}
