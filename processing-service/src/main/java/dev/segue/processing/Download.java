package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Brings audio that the person has no file of. A way to do so is a bean of this type; its `@Priority` says when it is
/// asked: the highest first. Thread-safe.
public interface Download {

    /// What came of it.
    sealed interface Result {

        /// Here it is.
        record Brought(Path file) implements Result {}

        /// It was looked for, and there is none now.
        record Nothing(String why) implements Result {}

        /// It cannot be looked for this way, today as at any other time.
        ///
        /// @param why empty if that goes without saying
        record Unable(String why) implements Result {}

        /// There is some, but it is protected against copies.
        record Locked(String why) implements Result {}

        /// There is only a part of it that is meant for trying.
        record Preview(String why) implements Result {}

        /// It cannot be looked for before a date, and is worth waiting for: no other way is tried.
        record Later(String why, Instant again) implements Result {}

        /// The same, and nobody knows the date.
        record Trouble(String why) implements Result {}
    }

    /// Looks for the audio of `track`.
    ///
    /// @param directory names one for the file, which is not there yet: most tracks need none
    Result bring(Track track, Supplier<Path> directory);

    /// How much of what is being brought now is there, in percent, for those of which that is known.
    default Map<TrackId, Double> progress() {
        return Map.of();
    }

    /// No command is set.
    static Download none() {
        return (_, _) -> new Result.Unable("no download command is set (segue.audio.download-command)");
    }

    /// One way after another, until one brings it.
    static Download inOrder(List<Download> ways) {
        return ways.size() == 1 ? ways.getFirst() : new DownloadOrder(ways);
    }
}
