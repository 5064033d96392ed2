package dev.segue.library.csv;

import dev.segue.library.Track;
import dev.segue.library.store.ByteWriter;
import dev.segue.library.store.Slab;
import dev.segue.library.store.SlabWriter;
import dev.segue.library.store.TrackForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Takes the tracks of one list in one file as they are read. Not thread-safe.
final class ListWriter {

    private static final int FIRST = 16;

    private final SlabWriter slab;
    private final ByteWriter run;
    /// those that later rows may change
    private final List<ReadList.Kept> unsettled = new ArrayList<>();

    private int[] rows = new int[FIRST];
    private int[] addresses = new int[FIRST];
    private int size;
    /// the last one, if it is settled
    private Optional<ReadList.Kept> last = Optional.empty();

    /// @param slab where the tracks go; that of all lists of a file
    /// @param run  to write one track in; that of all lists of a file
    ListWriter(SlabWriter slab, ByteWriter run) {
        this.slab = slab;
        this.run = run;
    }

    /// Takes the next track.
    ///
    /// @param settled whether no later row can change it; then none can change a later one
    void add(ReadList.Kept row, boolean settled) {
        if (settled) {
            last.ifPresent(this::store);
            last = Optional.of(row);
        } else {
            unsettled.add(row);
        }
    }

    Optional<ReadList.Kept> last() {
        return last.isPresent() || unsettled.isEmpty() ? last : Optional.of(unsettled.getLast());
    }

    /// Takes the last one back. Once.
    void removeLast() {
        if (last.isPresent()) {
            last = Optional.empty();
        } else {
            unsettled.removeLast();
        }
    }

    private void store(ReadList.Kept row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            addresses = Arrays.copyOf(addresses, 2 * size);
        }
        rows[size] = row.row();
        addresses[size++] = written(row.track());
    }

    private int written(Track track) {
        TrackForm.write(track, run.clear());
        return slab.add(run);
    }

    /// Writes what is left. To be called once, before the slab is finished.
    ///
    /// @param settle makes of a track that was not settled what it is after all
    void finish(UnaryOperator<Track> settle) {
        last.ifPresent(this::store);
        int first = unsettled.size();
        int[] allRows = new int[first + size];
        int[] allAddresses = new int[first + size];
        for (int at = 0; at < first; at++) {
            allRows[at] = unsettled.get(at).row();
            allAddresses[at] = written(settle.apply(unsettled.get(at).track()));
        }
        System.arraycopy(rows, 0, allRows, first, size);
        System.arraycopy(addresses, 0, allAddresses, first, size);
        rows = allRows;
        addresses = allAddresses;
    }

    /// All tracks. To be called after [#finish].
    StoredTracks stored(Slab finished) {
        return new StoredTracks(finished, rows, addresses);
    }
}
