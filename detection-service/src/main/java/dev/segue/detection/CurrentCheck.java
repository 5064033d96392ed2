package dev.segue.detection;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What plays now, as a detection. It is asked at once or not at all: later something else plays. Thread-safe.
final class CurrentCheck {

    private final Spotify spotify;
    private final Answers answers;
    private final InstantSource clock;

    CurrentCheck(Spotify spotify, Answers answers, InstantSource clock) {
        this.spotify = spotify;
        this.answers = answers;
        this.clock = clock;
    }

    Reply check() {
        return switch (spotify.playing()) {
            case Outcome.Answer<Playing>(Playing.Song(Track track, var _, var _)) -> found(track);
            case Outcome.Answer<Playing>(Playing.Nothing _) -> new Reply.Never("nothing plays now");
            case Outcome.Answer<Playing>(Playing.Other _) -> new Reply.Never("what plays now is no track of Spotify's");
            case Outcome.NotFound<Playing>(String why) -> new Reply.Never(why);
            case Outcome.Refused<Playing>(String why) -> new Reply.Never(why);
            case Outcome.NoLogin<Playing>(String why, Instant _) -> new Reply.Never(why);
            case Outcome.Failed<Playing>(String why, boolean _) -> new Reply.Never(why);
            case Outcome.RateLimited<Playing>(Instant until) ->
                new Reply.Never("Spotify takes no calls until " + until);
        };
    }

    /// The answer holds the whole track, so nobody needs to ask for it.
    Reply.Found found(Track track) {
        Instant now = clock.instant();
        Hint hint = Hint.of(track);
        List<TrackFetched> fetched = answers.track(track.id()).isPresent()
                ? List.of()
                : List.of(new TrackFetched(
                        track.id(), Optional.of(track), hint, Optional.empty(), Optional.empty(), now));
        return new Reply.Found(
                fetched,
                List.of(),
                List.of(new TrackDetected(
                        track.id(), hint, DetectionSource.CURRENT, Optional.empty(), Optional.empty(), now)));
    }
}
