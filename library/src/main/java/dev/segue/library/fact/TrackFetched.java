package dev.segue.library.fact;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.Optional;

/// The API's answer for an id that was asked for. Never written for a 429, a 5xx or a time-out: those are no answers.
///
/// @param track    what the API knows; empty if it knows no such track
/// @param hint     of the detection that asked
/// @param playlist of the detection that asked
/// @param position of the detection that asked
public record TrackFetched(
        TrackId id, Optional<Track> track, Hint hint, Optional<String> playlist, Optional<Integer> position, Instant at)
        implements Fact {

    @Override
    public String key() {
        return id.toString();
    }
}
