package dev.segue.detection;

import dev.segue.library.Track;
import java.time.Duration;

/// What plays at one moment. Immutable.
public sealed interface Playing {

    /// Nothing, as far as the API knows.
    record Nothing() implements Playing {}

    /// A track.
    ///
    /// @param progress how far it is
    /// @param moving   whether it runs; else it is paused
    record Song(Track track, Duration progress, boolean moving) implements Playing {}

    /// Something that is no track of the catalogue: an advertisement, an episode, a file of the person's own.
    record Other() implements Playing {}
}
