package dev.segue.library.csv;

import dev.segue.library.Track;
import dev.segue.library.store.ByteWriter;
import dev.segue.library.store.IdTable;
import dev.segue.library.store.Slab;
import dev.segue.library.store.SlabJoin;
import dev.segue.library.store.SlabWriter;
import dev.segue.library.store.TrackForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes one entry of all rows that have the same id, field by field: the newest export that has a value wins.
final class Merge {

    private static final Comparator<Seen> NEWEST_FIRST =
            Comparator.comparing((Seen seen) -> seen.origin().exportedAt()).reversed();

    /// A list of a file.
    ///
    /// @param first the number of its first row among those of all lists
    /// @param base  what is added to its addresses
    private record Placed(ReadFile file, ReadList list, Entries.Origin origin, int first, int base) {}

    /// A row of a list.
    ///
    /// @param number of the list
    private record Seen(int number, Entries.Origin origin, ReadList.Kept row) {

        Optional<Instant> addedAt() {
            return row.track().addedAt();
        }
    }

    private final List<Placed> lists;
    private final SlabJoin slabs;
    private final SlabWriter merged = new SlabWriter();
    private final ByteWriter run = new ByteWriter();

    private final IdTable ids;
    /// of each file how many of its rows are tracks that stand further up in their list
    private final IdentityHashMap<ReadFile, Integer> duplicates = new IdentityHashMap<>();
    /// the entry of every row, of all lists one after another
    private final int[] entryOfRow;
    /// how many rows each entry has
    private int[] rowsOfEntry;
    private final Entries entries;

    private Merge(List<Placed> lists, SlabJoin slabs, int rows) {
        this.lists = lists;
        this.slabs = slabs;
        this.ids = new IdTable(rows);
        this.entryOfRow = new int[rows];
        this.rowsOfEntry = new int[rows];
        this.entries = made();
    }

    /// The entries, in the order in which `files` first show them; lists that are current before older ones. And the
    /// files, which know now of their duplicates.
    ///
    /// @throws BackupUnreadableException if there is too much of it
    static Merge of(List<ReadFile> files, Snapshots snapshots) {
        SlabJoin slabs = new SlabJoin(files.stream()
                .flatMap(file -> file.lists().stream())
                .map(list -> list.tracks().slab())
                .toList());
        List<Placed> lists = new ArrayList<>();
        int rows = 0;
        for (boolean current : new boolean[] {true, false}) {
            for (ReadFile file : files) {
                for (ReadList list : file.lists()) {
                    if (snapshots.isCurrent(list) == current) {
                        var origin = new Entries.Origin(list.name(), list.isLiked(), current, file.exportedAt());
                        int base = slabs.base(list.tracks().slab());
                        lists.add(new Placed(file, list, origin, rows, base));
                        rows += list.tracks().size();
                    }
                }
            }
        }
        return new Merge(lists, slabs, rows);
    }

    /// What became of `file`, its duplicates counted.
    CsvFile counted(ReadFile file) {
        return file.file().withDuplicates(duplicates.getOrDefault(file, 0));
    }

    Entries entries() {
        return entries;
    }

    private Entries made() {
        int[] lastList = new int[entryOfRow.length];
        for (int number = 0; number < lists.size(); number++) {
            number(lists.get(number), number, lastList);
        }
        int size = ids.size();
        ids.trim();
        rowsOfEntry = Arrays.copyOf(rowsOfEntry, size);
        int[] places = new int[size * Entries.PLACE];
        for (int number = lists.size() - 1; number >= 0; number--) {
            Placed placed = lists.get(number);
            StoredTracks tracks = placed.list().tracks();
            for (int at = tracks.size() - 1; at >= 0; at--) {
                int place = entryOfRow[placed.first() + at] * Entries.PLACE;
                places[place + Entries.ADDRESS] = placed.base() + tracks.address(at);
                places[place + Entries.ORIGIN] = number;
                places[place + Entries.ROW] = tracks.row(at);
            }
        }
        int span = slabs.end();
        mergeRepeated((entry, address) -> {
            places[entry * Entries.PLACE + Entries.ADDRESS] = span + address;
            places[entry * Entries.PLACE + Entries.ORIGIN] = Entries.MERGED;
        });
        Slab all = slabs.and(merged.finish())
                .orElseThrow(() -> new BackupUnreadableException("more than 4 GiB of tracks"));
        return new Entries(ids, all, places, lists.stream().map(Placed::origin).toList());
    }

    /// Numbers the tracks of a list.
    ///
    /// @param lastList of each entry the last list that has it other than as a file on somebody's disk, and 1
    private void number(Placed placed, int list, int[] lastList) {
        StoredTracks tracks = placed.list().tracks();
        int first = placed.first();
        int[] again = new int[1];
        ids.addAll(tracks.size(), tracks::reader, (at, entry) -> {
            entryOfRow[first + at] = entry;
            rowsOfEntry[entry]++;
            if (!tracks.isLocal(at)) {
                again[0] += lastList[entry] == list + 1 ? 1 : 0;
                lastList[entry] = list + 1;
            }
        });
        duplicates.merge(placed.file(), again[0], Integer::sum);
    }

    /// Takes the address of an entry's own record.
    private interface Taker {
        void take(int entry, int address);
    }

    /// Gathers the rows of each entry that has several, by counting: where each entry's begin, then each to its place.
    private void mergeRepeated(Taker taker) {
        int[] ends = new int[rowsOfEntry.length];
        int repeated = 0;
        for (int entry = 0; entry < ends.length; entry++) {
            repeated += rowsOfEntry[entry] > 1 ? rowsOfEntry[entry] : 0;
            ends[entry] = repeated;
        }
        int[] rows = new int[repeated];
        for (int row = entryOfRow.length - 1; row >= 0; row--) {
            if (rowsOfEntry[entryOfRow[row]] > 1) {
                rows[--ends[entryOfRow[row]]] = row;
            }
        }
        for (int entry = 0; entry < ends.length; entry++) {
            if (rowsOfEntry[entry] > 1) {
                taker.take(entry, merged(Arrays.copyOfRange(rows, ends[entry], ends[entry] + rowsOfEntry[entry])));
            }
        }
    }

    private int merged(int[] rows) {
        List<Seen> seen = Arrays.stream(rows).mapToObj(this::seen).toList();
        List<Seen> newestFirst = seen.stream().sorted(NEWEST_FIRST).toList();
        List<Seen> placed =
                seen.stream().filter(row -> row.origin().saysPlaced()).toList();
        run.clear();
        run.number(newestFirst.getFirst().number());
        run.number(seen.stream().anyMatch(row -> row.origin().saysLiked()) ? 1 : 0);
        run.number(placed.size());
        for (Seen place : placed) {
            run.number(place.number());
            run.number(place.row().row());
        }
        Track track = newestFirst.stream()
                .map(row -> row.row().track())
                .reduce(Track::filledFrom)
                .orElseThrow();
        TrackForm.write(Tracks.withAddedAt(track, addedAt(newestFirst)), run);
        return merged.add(run);
    }

    private Seen seen(int row) {
        int low = 0;
        int high = lists.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lists.get(middle).first() <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Placed placed = lists.get(low);
        return new Seen(low, placed.origin(), placed.list().tracks().get(row - placed.first()));
    }

    /// When it was liked, or else when it was first put anywhere.
    private static Optional<Instant> addedAt(List<Seen> newestFirst) {
        Stream<Instant> likedAt =
                newestFirst.stream().filter(seen -> seen.origin().liked()).flatMap(seen -> seen.addedAt().stream());
        return likedAt.findFirst()
                .or(() -> newestFirst.stream()
                        .flatMap(seen -> seen.addedAt().stream())
                        .min(Instant::compareTo));
    }
}
