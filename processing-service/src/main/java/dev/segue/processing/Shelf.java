package dev.segue.processing;

import dev.segue.library.TrackId;
import java.util.Optional;

/// The output folder: whole files under their final names, and the memory of which file served which track. Used by one
/// thread at a time.
public interface Shelf {

    /// The track's file, relative to the folder, if it is there.
    Optional<String> fileOf(TrackId id);

    /// The track that `source` serves already.
    Optional<TrackId> servedBy(InboxFile source);

    /// Puts a copy of `source` there, under the best free name for the track.
    ///
    /// @return its name, relative to the folder
    /// @throws FileUnusable     if `source` cannot be read
    /// @throws ShelfUnavailable if nothing can be written now
    String put(TrackId id, InboxFile source, FileName name) throws FileUnusable;
}
