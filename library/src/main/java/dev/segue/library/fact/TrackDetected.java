package dev.segue.library.fact;

import dev.segue.library.Hint;
import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.Optional;

/// A source has shown a track. In one run a track is detected once.
///
/// @param hint     what the source said about it
/// @param source   where it was seen
/// @param playlist the playlist it was seen in, if any
/// @param position its place there, from 1
public record TrackDetected(
        TrackId id,
        Hint hint,
        DetectionSource source,
        Optional<String> playlist,
        Optional<Integer> position,
        Instant at)
        implements Fact {

    @Override
    public String key() {
        return id.toString();
    }
}
