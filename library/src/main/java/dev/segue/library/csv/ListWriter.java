package dev.segue.library.csv;

import dev.segue.library.store.Slab;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/// Takes the tracks of one list in one file as they are read. Not thread-safe.
final class ListWriter {

    private static final int FIRST = 16;

    private int[] rows = new int[FIRST];
    private int[] addresses = new int[FIRST];
    private final BitSet locals = new BitSet();
    private int size;
    /// how many later rows may change: the first ones, if any
    private int unsettled;

    /// Takes a track that a later row may change. None may come after one that is settled.
    ///
    /// @param address where it is as it seems to be
    void addUnsettled(int row, int address, boolean local) {
        add(row, address, local);
        unsettled = size;
    }

    /// Takes a track.
    ///
    /// @param local whether it is a file on somebody's disk
    void add(int row, int address, boolean local) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            addresses = Arrays.copyOf(addresses, 2 * size);
        }
        rows[size] = row;
        addresses[size] = address;
        locals.set(size++, local);
    }

    /// Takes the last one back.
    void removeLast() {
        locals.clear(--size);
        unsettled = Math.min(unsettled, size);
    }

    /// Writes what is left. To be called once, before the slab is finished.
    ///
    /// @param settled writes what a track that was not settled is after all, and tells the address
    void finish(IntUnaryOperator settled) {
        for (int at = 0; at < unsettled; at++) {
            addresses[at] = settled.applyAsInt(addresses[at]);
        }
    }

    /// All tracks. To be called after [#finish].
    StoredTracks stored(Slab finished) {
        return new StoredTracks(finished, Arrays.copyOf(rows, size), Arrays.copyOf(addresses, size), locals);
    }
}
