package dev.segue.sync;

import dev.segue.library.TrackId;
import java.util.Optional;

/// A row or page as it stands in the catalogue, whoever made it.
///
/// @param page  how the catalogue calls it
/// @param title as it is displayed
/// @param entry what it shows; empty if it names no track that could be one
public record CatalogueRow(String page, String title, Optional<CatalogueEntry> entry) {

    Optional<TrackId> id() {
        return entry.map(CatalogueEntry::id);
    }
}
