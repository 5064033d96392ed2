package dev.segue.processing;

import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import java.nio.file.Path;
import java.util.List;

/// The person's Eagle library. Thread-safe.
public interface Eagle {

    /// Sees to it that Eagle gets `file`, once: now if the app is open, else later.
    /// The item's tags and folders follow the track's genres and playlists.
    Arrival bring(TrackSynced synced, Path file);

    /// What became of a file there.
    sealed interface Arrival {

        /// It is an item.
        record There(String item) implements Arrival {}

        /// It is not there yet.
        record Waits(String why) implements Arrival {}

        /// There is no Eagle.
        record Nowhere() implements Arrival {}
    }

    /// How many files wait for it.
    default int waiting() {
        return 0;
    }

    /// What was refused too often is tried again.
    default void forget(TrackId id) {}

    /// What waits for the app, which is mostly closed.
    default List<Unseen> unseen() {
        return List.of();
    }

    /// A file that has not come to Eagle yet.
    ///
    /// @param times how often Eagle was asked for it
    /// @param why   it waits
    record Unseen(TrackId track, String file, int times, String why) {}

    /// There is no Eagle.
    static Eagle none() {
        return (_, _) -> new Arrival.Nowhere();
    }
}
