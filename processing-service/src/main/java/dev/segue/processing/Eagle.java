package dev.segue.processing;

import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The person's Eagle library. Thread-safe.
public interface Eagle {

    /// Sees to it that Eagle gets `file`, once: now if the app is open, else later.
    ///
    /// @return the item, if it is known already
    Optional<String> bring(TrackSynced synced, Path file);

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
        return (_, _) -> Optional.empty();
    }
}
