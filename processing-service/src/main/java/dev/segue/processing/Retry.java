package dev.segue.processing;

import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackSynced;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Another try for one track: what comes of it is said. Thread-safe.
final class Retry {

    private static final Logger LOG = Logger.getLogger(Retry.class);

    private final Processing processing;
    private final Waiting waiting;
    private final Tally tally;
    private final Announcement announcement;

    Retry(Processing processing, Waiting waiting, Tally tally, Announcement announcement) {
        this.processing = processing;
        this.waiting = waiting;
        this.tally = tally;
        this.announcement = announcement;
    }

    /// Unless its audio has come meanwhile.
    void ifLacking(TrackSynced synced) {
        if (processing.lacks(synced)) {
            of(synced);
        }
    }

    /// In any case.
    void of(TrackSynced synced) {
        TrackId id = synced.track().id();
        try {
            Fact end = processing.again(synced).fact(id, Instant.now());
            announcement.say(end);
            tally.count(end);
        } catch (ShelfUnavailable away) {
            LOG.warnf("The retry of %s came to nothing: %s", id, away.getMessage());
        } catch (RuntimeException surprise) { // it must not come again every few seconds
            LOG.errorf(surprise, "The retry of %s failed", id);
            waiting.putOff(id);
        }
    }
}
