package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.nio.file.Path;

/// Brings audio that the person has no file of. Thread-safe.
public interface Download {

    /// What came of it.
    sealed interface Result {

        /// Here it is.
        record Brought(Path file) implements Result {}

        /// There is none now.
        record Nothing(String why) implements Result {}

        /// There is some, but it is protected against copies.
        record Locked(String why) implements Result {}
    }

    /// Looks for the audio of `track`.
    ///
    /// @param directory for the file; empty
    Result bring(Track track, Path directory);

    /// The next time `id` is wanted, it is looked for, however lately that was in vain.
    default void forget(TrackId id) {}

    /// No such way is set.
    static Download none() {
        return (_, _) -> new Result.Nothing("no download command is set (segue.audio.download-command)");
    }
}
