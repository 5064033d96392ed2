package dev.segue.processing;

import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Other tries: when somebody asks, when a track's date has come, when new files lie in the inbox, and when the disk
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

    /// Sees to it that those are led whose date has come, those that a new file may be, and those that were held.
    public void look() {
        arrived.addAll(settled());
        Set<TrackId> held = retry.held();
        Set<TrackId> due = new HashSet<>(waiting.due());
        due.addAll(held);
        due.removeIf(id -> forDates.have(id) || forFiles.have(id));
        if (due.isEmpty() && arrived.isEmpty()) {
            return;
        }
        var files = new AudioMatch(arrived);
        Map<TrackId, TrackSynced> withFile = new HashMap<>();
        Map<TrackId, TrackSynced> withDate = new HashMap<>();
        tracks.each(synced -> {
            TrackId id = synced.track().id();
            withFile.remove(id); // what is said last counts
            withDate.remove(id);
            boolean waits = due.contains(id) && held.contains(id);
            if (mayBeAmong(files, synced) || (waits && mayBeAmong(inbox.files(), synced))) {
                withFile.put(id, synced);
            } else if (waits || (due.contains(id) && processing.lacks(synced))) {
                withDate.put(id, synced);
            }
        });
        arrived.clear();
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
        boolean any = !files.find(synced.track(), file -> processing.mayServe(file, synced.track()))
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
