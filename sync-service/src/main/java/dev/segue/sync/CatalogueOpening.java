package dev.segue.sync;

/// Opens one kind of catalogue, when the service starts.
public interface CatalogueOpening {

    /// Which one.
    SyncConfig.CatalogueKind kind();

    /// Opens it.
    ///
    /// @throws RuntimeException whose message is one line that says which setting is wrong, if it cannot be used
    Catalogue open();
}
