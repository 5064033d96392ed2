package dev.segue.detection;

import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What came of a [Question]. Immutable.
public sealed interface Reply {

    /// An answer; nothing in it means: all is as it was.
    ///
    /// @param fetched  tracks that came along, and are better known now
    /// @param observed playlists that have changed
    /// @param detected tracks to be detected, in order
    record Found(List<TrackFetched> fetched, List<PlaylistObserved> observed, List<TrackDetected> detected)
            implements Reply {

        public Found {
            fetched = List.copyOf(fetched);
            observed = List.copyOf(observed);
            detected = List.copyOf(detected);
        }

        static Found nothing() {
            return new Found(List.of(), List.of(), List.of());
        }

        Found and(Found other) {
            return new Found(
                    joined(fetched, other.fetched), joined(observed, other.observed), joined(detected, other.detected));
        }

        private static <T> List<T> joined(List<T> one, List<T> other) {
            var all = new ArrayList<>(one);
            all.addAll(other);
            return all;
        }
    }

    /// An answer to which the API may add something from then on; nothing waits for that.
    record More(Found found, Instant from, String why) implements Reply {}

    /// The API cannot be asked now. Worth another try from then on.
    ///
    /// @param soFar what it has told already
    record Later(Found soFar, Instant from, String why) implements Reply {}

    /// The API was asked, and failed at it. That may pass, and may not.
    ///
    /// @param soFar what it has told already
    record Trouble(Found soFar, String why) implements Reply {}

    /// The API will not tell.
    record Never(String why) implements Reply {}
}
