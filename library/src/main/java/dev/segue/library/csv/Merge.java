package dev.segue.library.csv;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
    }

    private Merge() {}

    /// The entries by id, in the order in which `files` first show them.
    static Map<TrackId, CsvEntry> entries(List<ReadFile> files) {
        int rows = files.stream().mapToInt(file -> file.kept().size()).sum();
        Map<TrackId, List<Seen>> rowsById = LinkedHashMap.newLinkedHashMap(rows);
        for (ReadFile file : files) {
            for (ReadFile.Kept row : file.kept()) {
                Seen seen = new Seen(file, row);
                rowsById.merge(row.track().id(), List.of(seen), Merge::joined);
            }
        }
        Map<TrackId, CsvEntry> entries = LinkedHashMap.newLinkedHashMap(rowsById.size());
        rowsById.forEach((id, seen) -> entries.put(id, entry(seen)));
        return entries;
    }

    private static List<Seen> joined(List<Seen> some, List<Seen> more) {
        List<Seen> all = some.size() == 1 ? new ArrayList<>(some) : some;
        all.addAll(more);
        return all;
    }

    private static CsvEntry entry(List<Seen> rows) {
        Seen first = rows.getFirst();
        if (rows.size() == 1 && first.file().isLiked()) {
            return new CsvEntry(first.row().track(), first.file().exportedAt(), true, List.of());
        }
        List<Seen> newestFirst = rows.stream().sorted(NEWEST_FIRST).toList();
        Track track = newestFirst.stream()
                .map(seen -> seen.row().track())
                .reduce(Track::filledFrom)
                .orElseThrow();
        boolean liked = rows.stream().anyMatch(seen -> seen.file().isLiked());
        List<Placement> placements = rows.stream()
                .filter(seen -> !seen.file().isLiked())
                .map(seen -> new Placement(seen.file().name(), seen.row().row()))
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
