package dev.segue.metadata;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.history.Snapshot;
import dev.segue.library.history.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What goes into an export: the newest state of a playlist, with all that is known of its tracks now. Thread-safe.
@ApplicationScoped
public class Exports {

    private final TrackIndex index;

    public Exports(TrackIndex index) {
        this.index = index;
    }

    /// The entries of a playlist in order. When each was added is taken from the newest file that has it.
    public List<Track> of(Timeline playlist) {
        List<Snapshot> snapshots = playlist.snapshots();
        if (snapshots.isEmpty()) {
            return List.of();
        }
        Snapshot newest = snapshots.getLast();
        Map<TrackId, Deque<Track>> rows = rows(snapshots);
        var tracks = new ArrayList<Track>();
        for (Track shown : newest.tracks()) {
            Track row = newest.observed()
                    ? Optional.ofNullable(rows.getOrDefault(shown.id(), new ArrayDeque<>())
                                    .poll())
                            .orElse(shown)
                    : shown;
            Track known = index.describe(shown.id()).map(Description::track).orElse(row);
            tracks.add(known.filledFrom(row).addedAs(row));
        }
        return tracks;
    }

    private static Map<TrackId, Deque<Track>> rows(List<Snapshot> snapshots) {
        var rows = new HashMap<TrackId, Deque<Track>>();
        snapshots.reversed().stream()
                .filter(snapshot -> !snapshot.observed())
                .limit(snapshots.getLast().observed() ? 1 : 0)
                .flatMap(snapshot -> snapshot.tracks().stream())
                .forEach(row -> rows.computeIfAbsent(row.id(), none -> new ArrayDeque<>(1))
                        .add(row));
        return rows;
    }

    /// Every track that is known, once: those of the backup in its order, then those that only the API told of.
    public Iterable<Track> everything() {
        var ids = new ArrayList<TrackId>();
        for (CsvEntry entry : index.library().entries()) {
            ids.add(entry.track().id());
        }
        index.answers().stream()
                .filter(answer -> answer.track().isPresent()
                        && index.library().find(answer.id()).isEmpty())
                .map(answer -> answer.id())
                .sorted()
                .forEach(ids::add);
        return () -> ids.stream()
                .map(id -> index.describe(id).map(Description::track))
                .flatMap(Optional::stream)
                .iterator(); // described one by one: all at once may be more than the heap
    }
}
