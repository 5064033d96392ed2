package dev.segue.library.csv;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes one entry of all rows that have the same id, field by field: the newest export that has a value wins.
final class Merge {

    private static final Comparator<Seen> NEWEST_FIRST =
            Comparator.comparing((Seen seen) -> seen.file().exportedAt()).reversed();

    /// A row in its file.
    ///
    /// @param current whether its list is how the playlist is now
    private record Seen(ReadFile file, ReadList list, ReadList.Kept row, boolean current) {

        Optional<Instant> addedAt() {
            return row.track().addedAt();
        }

        boolean isLiked() {
            return current && list.isLiked();
        }

        boolean isPlaced() {
            return current && !list.isLiked();
        }

        Placement placement() {
            return new Placement(list.name(), row.row());
        }
    }

    /// Takes one row after the other.
    private interface Taker {
        void take(ReadFile file, ReadList list, ReadList.Kept row, boolean current);
    }

    private Merge() {}

    /// The entries by id, in the order in which `files` first show them; lists that are current before older ones.
    static Map<TrackId, CsvEntry> entries(List<ReadFile> files, Snapshots snapshots) {
        int rows = files.stream()
                .flatMap(file -> file.lists().stream())
                .mapToInt(list -> list.kept().size())
                .sum();
        Map<TrackId, CsvEntry> entries = LinkedHashMap.newLinkedHashMap(rows);
        Map<TrackId, List<Seen>> repeated = new HashMap<>();
        forEachRow(files, snapshots, (file, list, row, current) -> {
            TrackId id = row.track().id();
            if (entries.putIfAbsent(id, entry(new Seen(file, list, row, current))) != null) {
                repeated.put(id, new ArrayList<>());
            }
        });
        if (!repeated.isEmpty()) {
            forEachRow(files, snapshots, (file, list, row, current) -> {
                List<Seen> seen = repeated.get(row.track().id());
                if (seen != null) {
                    seen.add(new Seen(file, list, row, current));
                }
            });
        }
        repeated.forEach((id, seen) -> entries.replace(id, entry(seen)));
        return entries;
    }

    private static void forEachRow(List<ReadFile> files, Snapshots snapshots, Taker taker) {
        for (boolean current : new boolean[] {true, false}) {
            for (ReadFile file : files) {
                for (ReadList list : file.lists()) {
                    if (snapshots.isCurrent(list) == current) {
                        list.kept().forEach(row -> taker.take(file, list, row, current));
                    }
                }
            }
        }
    }

    private static CsvEntry entry(Seen only) {
        List<Placement> placements = only.isPlaced() ? List.of(only.placement()) : List.of();
        return new CsvEntry(only.row().track(), only.file().exportedAt(), only.isLiked(), placements);
    }

    private static CsvEntry entry(List<Seen> rows) {
        List<Seen> newestFirst = rows.stream().sorted(NEWEST_FIRST).toList();
        Track track = newestFirst.stream()
                .map(seen -> seen.row().track())
                .reduce(Track::filledFrom)
                .orElseThrow();
        boolean liked = rows.stream().anyMatch(Seen::isLiked);
        List<Placement> placements =
                rows.stream().filter(Seen::isPlaced).map(Seen::placement).toList();
        return new CsvEntry(
                Tracks.withAddedAt(track, addedAt(newestFirst)),
                newestFirst.getFirst().file().exportedAt(),
                liked,
                placements);
    }

    /// When it was liked, or else when it was first put anywhere.
    private static Optional<Instant> addedAt(List<Seen> newestFirst) {
        Stream<Instant> likedAt =
                newestFirst.stream().filter(seen -> seen.list().isLiked()).flatMap(seen -> seen.addedAt().stream());
        return likedAt.findFirst()
                .or(() -> newestFirst.stream()
                        .flatMap(seen -> seen.addedAt().stream())
                        .min(Instant::compareTo));
    }
}
