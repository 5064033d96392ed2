package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.util.Optional;

/// Where files are worked on, on the same disk as the output folder: what is unfinished has a name of its own, and what
/// is finished gets its name in one step. Thread-safe, as long as one thread works for one track.
///
/// All methods throw [ShelfUnavailable] if nothing can be written now.
public interface Bench {

    /// How far the work for exactly this track had come, if that is still there.
    Optional<Job> resume(Track track);

    /// Remembers how far it has come, beyond any kill.
    void keep(Job job);

    /// A new name for something unfinished.
    ///
    /// @param extension with the dot
    Path part(TrackId id, String extension);

    /// Gives a finished part its name, when it is on the disk.
    void finish(TrackId id, Path part, String name);

    /// A copy of `source` as a finished file.
    ///
    /// @throws FileUnusable if it cannot be read, or changes meanwhile
    void copy(TrackId id, Path source, String name) throws FileUnusable;

    /// Sees whether there is room for one more file as large as this one.
    void needRoom(TrackId id, String name);

    /// A finished file.
    Path file(TrackId id, String name);

    /// Away with all that belongs to the track.
    void clear(TrackId id);
}
