package dev.segue.library.csv;

import dev.segue.library.Track;
import dev.segue.library.store.Slab;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// Takes the tracks of one list in one file as they are read. Not thread-safe.
final class ListWriter {

    private static final int FIRST = 16;

    /// those that later rows may change: the first ones, if any
    private final List<ReadList.Kept> unsettled = new ArrayList<>();

    private int[] rows = new int[FIRST];
    private int[] addresses = new int[FIRST];
    private int size;

    /// Takes a track that a later row may change. None may come after one that is settled.
    void add(ReadList.Kept row) {
        unsettled.add(row);
    }

    /// Takes a track that is written already.
    void add(int row, int address) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            addresses = Arrays.copyOf(addresses, 2 * size);
        }
        rows[size] = row;
        addresses[size++] = address;
    }

    /// Takes the last one back.
    void removeLast() {
        if (size > 0) {
            size--;
        } else {
            unsettled.removeLast();
        }
    }

    /// Writes what is left. To be called once, before the slab is finished.
    ///
    /// @param written writes a track that was not settled as what it is after all, and tells the address
    void finish(ToIntFunction<Track> written) {
        int first = unsettled.size();
        int[] allRows = new int[first + size];
        int[] allAddresses = new int[first + size];
        for (int at = 0; at < first; at++) {
            allRows[at] = unsettled.get(at).row();
            allAddresses[at] = written.applyAsInt(unsettled.get(at).track());
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
