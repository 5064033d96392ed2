package dev.segue.library.fact;

import java.time.Instant;
import java.util.Optional;

/// How a detection that somebody asked for stands. It is written before the request is answered, so a detection that
/// was accepted is finished even if the service is killed in the middle: the next start finds it here and goes on.
///
/// @param runId    the run, also the Kafka key
/// @param request  what was asked for
/// @param state    how far it is
/// @param detected distinct tracks found so far; final once completed
/// @param reason   why it failed
/// @param askAgain when the API, which could not be asked yet, will be: a playlist's export is then held against it
/// @param failingSince since when the API has failed at it each time it was asked
public record DetectionStatus(
        String runId,
        Request request,
        State state,
        int detected,
        Optional<String> reason,
        Optional<Instant> askAgain,
        Optional<Instant> failingSince,
        Instant at)
        implements Fact {

    /// One that has nothing to ask any more.
    public DetectionStatus(
            String runId, Request request, State state, int detected, Optional<String> reason, Instant at) {
        this(runId, request, state, detected, reason, Optional.empty(), Optional.empty(), at);
    }

    /// What to look for.
    ///
    /// @param source   LIKED, PLAYLIST, SINGLE…, or BACKUP for everything that the backup holds
    /// @param playlist the playlist's name, for PLAYLIST
    /// @param url      a URL, URI or id, for SINGLE
    /// @param limit    at most so many tracks
    public record Request(String source, Optional<String> playlist, Optional<String> url, Optional<Integer> limit) {}

    /// How far a detection is.
    public enum State {
        ACCEPTED,
        COMPLETED,
        FAILED
    }

    @Override
    public String key() {
        return runId;
    }
}
