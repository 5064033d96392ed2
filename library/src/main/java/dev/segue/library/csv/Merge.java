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
    private record Seen(ReadFile file, ReadFile.Kept row) {

        Optional<Instant> addedAt() {
            return row.track().addedAt();
        }

        Placement placement() {
            return new Placement(file.name(), row.row());
        }
    }

    private Merge() {}

    /// The entries by id, in the order in which `files` first show them.
    static Map<TrackId, CsvEntry> entries(List<ReadFile> files) {
        int rows = files.stream().mapToInt(file -> file.kept().size()).sum();
        Map<TrackId, CsvEntry> entries = LinkedHashMap.newLinkedHashMap(rows);
        Map<TrackId, List<Seen>> repeated = new HashMap<>();
        for (ReadFile file : files) {
            for (ReadFile.Kept row : file.kept()) {
                if (entries.putIfAbsent(row.track().id(), entry(new Seen(file, row))) != null) {
                    repeated.put(row.track().id(), new ArrayList<>());
                }
            }
        }
        collect(files, repeated);
        repeated.forEach((id, seen) -> entries.replace(id, entry(seen)));
        return entries;
    }

    private static void collect(List<ReadFile> files, Map<TrackId, List<Seen>> repeated) {
        for (ReadFile file : repeated.isEmpty() ? List.<ReadFile>of() : files) {
            for (ReadFile.Kept row : file.kept()) {
                List<Seen> seen = repeated.get(row.track().id());
                if (seen != null) {
                    seen.add(new Seen(file, row));
                }
            }
        }
    }

    private static CsvEntry entry(Seen only) {
        List<Placement> placements = only.file().isLiked() ? List.of() : List.of(only.placement());
        return new CsvEntry(
                only.row().track(), only.file().exportedAt(), only.file().isLiked(), placements);
    }

    private static CsvEntry entry(List<Seen> rows) {
        List<Seen> newestFirst = rows.stream().sorted(NEWEST_FIRST).toList();
        Track track = newestFirst.stream()
                .map(seen -> seen.row().track())
                .reduce(Track::filledFrom)
                .orElseThrow();
        boolean liked = rows.stream().anyMatch(seen -> seen.file().isLiked());
        List<Placement> placements = rows.stream()
                .filter(seen -> !seen.file().isLiked())
                .map(Seen::placement)
                .toList();
        return new CsvEntry(
                Tracks.withAddedAt(track, addedAt(newestFirst)),
                newestFirst.getFirst().file().exportedAt(),
                liked,
                placements);
    }

    /// When it was liked, or else when it was first put anywhere.
    private static Optional<Instant> addedAt(List<Seen> newestFirst) {
        Stream<Instant> likedAt =
                newestFirst.stream().filter(seen -> seen.file().isLiked()).flatMap(seen -> seen.addedAt().stream());
        return likedAt.findFirst()
                .or(() -> newestFirst.stream()
                        .flatMap(seen -> seen.addedAt().stream())
                        .min(Instant::compareTo));
    }
}
