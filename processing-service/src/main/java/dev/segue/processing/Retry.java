package dev.segue.processing;

import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackSynced;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Another try for one track: what comes of it is said. Thread-safe.
final class Retry {

    private static final Logger LOG = Logger.getLogger(Retry.class);

    private final Processing processing;
    private final Waiting waiting;
    private final Tally tally;
    private final Announcement announcement;

    /// Those that came to no end since nothing could be written. Kept nowhere else: the disk may be full.
    private final Set<TrackId> held = ConcurrentHashMap.newKeySet();

    Retry(Processing processing, Waiting waiting, Tally tally, Announcement announcement) {
        this.processing = processing;
        this.waiting = waiting;
        this.tally = tally;
        this.announcement = announcement;
    }

    /// Those that are to be tried until something can be written.
    Set<TrackId> held() {
        return Set.copyOf(held);
    }

    /// Nothing is wanted of it any more.
    void letGo(TrackId id) {
        held.remove(id);
    }

    /// Unless its audio has come meanwhile, and nothing else was asked for.
    void ifLacking(TrackSynced synced) {
        if (held.contains(synced.track().id()) || processing.lacks(synced)) {
            of(synced);
        }
    }

    /// In any case.
    void of(TrackSynced synced) {
        TrackId id = synced.track().id();
        try {
            Fact end = processing.again(synced).fact(id, Instant.now());
            held.remove(id);
            announcement.say(end);
            tally.count(end);
        } catch (ShelfUnavailable away) {
            hold(synced, away);
        } catch (RuntimeException surprise) { // it must not come again every few seconds
            LOG.errorf(surprise, "The retry of %s failed", id);
            held.remove(id);
            waiting.putOff(id);
        }
    }

    /// Why is said once, and not at each try.
    private void hold(TrackSynced synced, ShelfUnavailable away) {
        TrackId id = synced.track().id();
        if (held.add(id)) {
            LOG.warnf("The retry of %s waits: %s", id, away.getMessage());
            if (processing.lacks(synced)) {
                announcement.say(Outcome.held(away).fact(id, Instant.now()));
            }
        }
    }
}
