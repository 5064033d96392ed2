package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Other tries: when somebody asks, when a track's date has come, when files come to the inbox or leave it, and when
/// the disk
/// had no room for the last one. A new file is
/// taken for whole when it is the same at two looks; after a start all are new, since some may have come while nobody
/// looked. Used by one thread at a time, but for [#of].
public final class Retries implements AutoCloseable {

    private final Retry retry;
    private final Processing processing;
    private final Waiting waiting;
    private final Inbox inbox;
    private final SyncedTracks tracks;

    /// A download may take minutes: files that are there do not wait for it.
    private final Hands forFiles;

    private final Hands forDates;

    private Set<InboxFile> seen = Set.of();
    private Set<InboxFile> fresh = Set.of();

    /// Files that are whole, and have not been held against the tracks yet.
    private final Set<InboxFile> arrived = new HashSet<>();

    /// Files that have gone, and may have been all that kept another from being the one for a track.
    private final Set<InboxFile> gone = new HashSet<>();

    Retries(
            Retry retry,
            Processing processing,
            Waiting waiting,
            Inbox inbox,
            SyncedTracks tracks,
            Hands forFiles,
            Hands forDates) {
        this.retry = retry;
        this.processing = processing;
        this.waiting = waiting;
        this.inbox = inbox;
        this.tracks = tracks;
        this.forFiles = forFiles;
        this.forDates = forDates;
    }

    /// Sees to it that those are led whose date has come, those that a new file may be, those of which
    /// a file has gone and another is left, and those that were held.
    public void look() {
        arrived.addAll(settled());
        Set<TrackId> held = retry.held();
        Set<TrackId> due = new HashSet<>(waiting.due());
        due.addAll(held);
        due.removeIf(id -> forDates.have(id) || forFiles.have(id));
        if (due.isEmpty() && arrived.isEmpty() && gone.isEmpty()) {
            return;
        }
        var files = new AudioMatch(arrived);
        var lost = new AudioMatch(gone);
        Map<TrackId, TrackSynced> withFile = new HashMap<>();
        Map<TrackId, TrackSynced> withDate = new HashMap<>();
        tracks.each(synced -> {
            TrackId id = synced.track().id();
            withFile.remove(id); // what is said last counts
            withDate.remove(id);
            boolean waits = due.contains(id) && held.contains(id);
            boolean left = (waits || mayBeAmong(lost, synced)) && mayBeLeft(synced);
            if (left || mayBeAmong(files, synced)) {
                withFile.put(id, synced);
            } else if (waits || (due.contains(id) && processing.lacks(synced))) {
                withDate.put(id, synced);
            }
        });
        arrived.clear();
        gone.clear();
        due.stream()
                .filter(id -> !withFile.containsKey(id) && !withDate.containsKey(id))
                .forEach(this::over);
        withFile.forEach((id, synced) -> forFiles.take(id, () -> retry.ifLacking(synced)));
        withDate.forEach((id, synced) -> forDates.take(id, () -> retry.ifLacking(synced)));
    }

    /// Nothing is wanted of it any more.
    private void over(TrackId id) {
        retry.letGo(id);
        waiting.over(id);
    }

    private boolean mayBeAmong(AudioMatch files, TrackSynced synced) {
        return mayBeAmong(files, synced, _ -> true);
    }

    /// Whether it may be among the files that have been there, whole, for longer.
    private boolean mayBeLeft(TrackSynced synced) {
        return mayBeAmong(inbox.files(), synced, seen::contains);
    }

    private boolean mayBeAmong(AudioMatch files, TrackSynced synced, Predicate<InboxFile> which) {
        Track track = synced.track();
        boolean any = !files.find(track, file -> which.test(file) && processing.mayServe(file, track))
                .isEmpty();
        return any && processing.lacks(synced);
    }

    /// Another try for this one, now.
    public void of(TrackSynced synced) {
        retry.of(synced);
    }

    /// Files that were new at the last look and have stayed as they were.
    private List<InboxFile> settled() {
        Set<InboxFile> now = inbox.files().all();
        List<InboxFile> whole = fresh.stream().filter(now::contains).toList();
        fresh = new HashSet<>(now);
        fresh.removeAll(seen);
        whole.forEach(fresh::remove);
        seen.stream().filter(file -> !now.contains(file)).forEach(gone::add);
        seen = new HashSet<>(now);
        seen.removeAll(fresh);
        return whole;
    }

    @Override
    public void close() {
        forFiles.close();
        forDates.close();
    }
}
