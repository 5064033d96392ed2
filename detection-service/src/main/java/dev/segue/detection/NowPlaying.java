package dev.segue.detection;

import dev.segue.library.Track;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Watches what the person listens to, and detects each track that counts as listened. To be called by one thread.
@ApplicationScoped
public class NowPlaying {

    private static final Logger LOG = Logger.getLogger(NowPlaying.class);
    private static final Duration TROUBLE = Duration.ofMinutes(5);
    private static final Duration SOONEST = Duration.ofSeconds(1);

    private final Spotify spotify;
    private final Announcements announcements;
    private final CurrentCheck check;
    private final InstantSource clock;
    private final Listening listening = new Listening();

    public NowPlaying(Spotify spotify, Answers answers, Announcements announcements, InstantSource clock) {
        this.spotify = spotify;
        this.announcements = announcements;
        this.check = new CurrentCheck(spotify, answers, clock);
        this.clock = clock;
    }

    /// Looks once.
    ///
    /// @return how long to wait before the next look
    public Duration look() {
        return switch (spotify.playing()) {
            case Outcome.Answer<Playing>(Playing playing) -> saw(playing);
            case Outcome.RateLimited<Playing>(Instant until) -> rest(until);
            case Outcome.NotFound<Playing> _ -> TROUBLE;
            case Outcome.Refused<Playing> _ -> TROUBLE;
            case Outcome.NoLogin<Playing>(String _, Instant again) -> rest(again);
            case Outcome.Failed<Playing> _ -> TROUBLE;
        };
    }

    private Duration saw(Playing playing) {
        Listening.Next next = listening.saw(playing);
        Optional<Track> listened = next.listened();
        listened.ifPresent(track -> {
            String runId = UUID.randomUUID().toString();
            announcements.found(runId, check.found(track));
            LOG.infof("run %s: listened to %s", runId, track.id());
        });
        return next.rest();
    }

    private Duration rest(Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        return left.compareTo(SOONEST) < 0 ? SOONEST : left.compareTo(TROUBLE) > 0 ? TROUBLE : left;
    }
}
