package dev.segue.processing;

import dev.segue.library.fact.TrackSynced;
import java.nio.file.Path;
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

    /// There is no Eagle.
    static Eagle none() {
        return (_, _) -> Optional.empty();
    }
}
