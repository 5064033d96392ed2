package dev.segue.processing;

import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.util.Optional;

/// The output folder: whole files under their final names, and the memory of which file served which track.
/// Thread-safe.
public interface Shelf {

    /// The track's file, relative to the folder, if it is there.
    Optional<String> fileOf(TrackId id);

    /// The track that this file of the inbox serves already; another file that had its name before is another.
    Optional<TrackId> servedBy(String source, Stamp stamp);

    /// Moves `made`, which is whole and on the same disk, there, under the best free name for the track.
    ///
    /// @param source what it was made from
    /// @return its name, relative to the folder
    /// @throws FileUnusable     if every name is taken
    /// @throws ShelfUnavailable if nothing can be written now
    String put(TrackId id, Job.Source source, Path made, FileName name) throws FileUnusable;

    /// Where such a file is.
    Path path(String file);
}
