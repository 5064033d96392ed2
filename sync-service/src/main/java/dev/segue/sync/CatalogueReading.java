package dev.segue.sync;

import java.util.List;

/// The whole catalogue, some rows at a time, the oldest first. For one thread.
@FunctionalInterface
public interface CatalogueReading {

    /// The next rows; none at the end. After a failure the same rows are asked for again.
    ///
    /// @throws CatalogueUnavailable if it cannot be asked now
    List<CatalogueRow> next();
}
