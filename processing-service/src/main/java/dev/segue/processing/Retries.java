package dev.segue.processing;

import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackSynced;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/// Other tries: when somebody asks, when a track's date has come, and when new files lie in the inbox. A new file is
/// taken for whole when it is the same at two looks. Used by one thread at a time, but for [#of].
public final class Retries {

    private static final Logger LOG = Logger.getLogger(Retries.class);

    private final Processing processing;
    private final Waiting waiting;
    private final Inbox inbox;
    private final SyncedTracks tracks;
    private final Tally tally;
    private final Announcement announcement;

    private Set<InboxFile> seen;
    private Set<InboxFile> fresh = Set.of();

    public Retries(
            Processing processing,
            Waiting waiting,
            Inbox inbox,
            SyncedTracks tracks,
            Tally tally,
            Announcement announcement) {
        this.processing = processing;
        this.waiting = waiting;
        this.inbox = inbox;
        this.tracks = tracks;
        this.tally = tally;
        this.announcement = announcement;
        this.seen = inbox.files().all();
    }

    /// Leads those whose date has come, and those that a new file may be.
    public void look() {
        Set<TrackId> due = new HashSet<>(waiting.due());
        var arrived = new AudioMatch(settled());
        if (due.isEmpty() && arrived.size() == 0) {
            return;
        }
        Map<TrackId, TrackSynced> wanted = new HashMap<>();
        tracks.each(synced -> {
            TrackId id = synced.track().id();
            boolean now =
                    due.contains(id) || !arrived.find(synced.track(), _ -> true).isEmpty();
            if (now) {
                wanted.put(id, synced);
            } else {
                wanted.remove(id); // what is said last counts
            }
        });
        due.stream().filter(id -> !wanted.containsKey(id)).forEach(waiting::over);
        wanted.values().stream().filter(processing::lacks).forEach(this::of);
    }

    /// Another try for this one, now.
    public void of(TrackSynced synced) {
        TrackId id = synced.track().id();
        try {
            Fact end = processing.again(synced).fact(id, Instant.now());
            announcement.say(end);
            tally.count(end);
        } catch (ShelfUnavailable away) {
            LOG.warnf("The retry of %s came to nothing: %s", id, away.getMessage());
        }
    }

    /// Files that were new at the last look and have stayed as they were.
    private List<InboxFile> settled() {
        Set<InboxFile> now = inbox.files().all();
        List<InboxFile> whole = fresh.stream().filter(now::contains).toList();
        fresh = new HashSet<>(now);
        fresh.removeAll(seen);
        whole.forEach(fresh::remove);
        seen = new HashSet<>(now);
        seen.removeAll(fresh);
        return whole;
    }
}
