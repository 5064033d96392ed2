package dev.segue.library.fact;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Duration;
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

    /// For how long an id that the API does not know is not asked about again.
    public static final Duration UNKNOWN_FOR = Duration.ofDays(30);

    /// Whether this still answers a question of `now`: what the API knows does, for ever; that it knows nothing, for
    /// 30 days.
    public boolean stands(Instant now) {
        return track.isPresent() || at.plus(UNKNOWN_FOR).isAfter(now);
    }

    @Override
    public String key() {
        return id.toString();
    }
}
