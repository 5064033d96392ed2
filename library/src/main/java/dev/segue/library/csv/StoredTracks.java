package dev.segue.library.csv;

import dev.segue.library.TrackId;
import dev.segue.library.store.ByteReader;
import dev.segue.library.store.Slab;
import dev.segue.library.store.TrackForm;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/// The tracks of one list in one file, in its order. Immutable: the arrays are never given away.
final class StoredTracks {

    private final Slab slab;
    private final int[] rows;
    private final int[] addresses;
    private final BitSet locals;

    /// @param rows      the row of each track
    /// @param addresses where each is in `slab`
    /// @param locals    which are files on somebody's disk
    StoredTracks(Slab slab, int[] rows, int[] addresses, BitSet locals) {
        this.locals = locals;
        this.slab = slab;
        this.rows = rows;
        this.addresses = addresses;
    }

    int size() {
        return rows.length;
    }

    Slab slab() {
        return slab;
    }

    boolean isLocal(int at) {
        return locals.get(at);
    }

    int row(int at) {
        return rows[at];
    }

    int address(int at) {
        return addresses[at];
    }

    ByteReader reader(int at) {
        return slab.at(addresses[at]);
    }

    ReadList.Kept get(int at) {
        return new ReadList.Kept(rows[at], TrackForm.read(reader(at)));
    }

    /// The rows with their tracks, each made when it is asked for.
    List<ReadList.Kept> rows() {
        return new View<>(this::get);
    }

    /// The ids of the tracks, each made when it is asked for.
    List<TrackId> ids() {
        return new View<>(at -> TrackForm.readId(reader(at)));
    }

    /// A list that is made of bytes, element by element. Immutable.
    final class View<T> extends AbstractList<T> implements RandomAccess {

        private final IntFunction<T> element;

        private View(IntFunction<T> element) {
            this.element = element;
        }

        @Override
        public T get(int at) {
            return element.apply(at);
        }

        @Override
        public int size() {
            return rows.length;
        }
    }
}
