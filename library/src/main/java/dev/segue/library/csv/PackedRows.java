package dev.segue.library.csv;

import dev.segue.library.store.ByteWriter;
import dev.segue.library.store.Slab;
import dev.segue.library.store.SlabWriter;
import dev.segue.library.store.TrackDraft;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Rows whose meaning no other row can change, and the bytes of those that are tracks. Immutable.
final class PackedRows {

    /// In place of an address: see what is next among the special rows.
    private static final int SPECIAL = -1;

    /// Takes rows in order.
    interface Taker {

        /// A row that is a track with a title at a source, and says nothing of a list.
        ///
        /// @param address in the slab
        void plain(int address) throws IOException;

        /// Any other row.
        void special(Row row) throws IOException;
    }

    /// A row and what it turned out to be.
    ///
    /// @param list that it says it belongs to; empty if it does not say
    record Row(Optional<ListName> list, Found found) {}

    /// As [TrackRow], with where a track's bytes are.
    sealed interface Found {

        /// A track.
        ///
        /// @param address in the slab
        record Stored(int address, boolean isLocal, boolean isTitled) implements Found {}

        record NoTrack(CsvFile.Skipped kind) implements Found {}

        /// A row that could not be read.
        ///
        /// @param line where it starts
        record Bad(long line, String why) implements Found {}
    }

    private final int[] addresses;
    private final List<Row> special;
    private final Slab slab;
    private final Optional<Instant> newestAdded;

    private PackedRows(int[] addresses, List<Row> special, Slab slab, Optional<Instant> newestAdded) {
        this.addresses = addresses;
        this.special = special;
        this.slab = slab;
        this.newestAdded = newestAdded;
    }

    /// The slab that addresses are in.
    Slab slab() {
        return slab;
    }

    /// When the last of the tracks was added.
    Optional<Instant> newestAdded() {
        return newestAdded;
    }

    void forEach(Taker taker) throws IOException {
        Iterator<Row> others = special.iterator();
        for (int address : addresses) {
            if (address == SPECIAL) {
                taker.special(others.next());
            } else {
                taker.plain(address);
            }
        }
    }

    /// Takes rows as they are read, and makes bytes of them. One use, one thread.
    static final class Packing {

        private static final int USUAL = 512;
        /// of the rows of a block
        private static final int BYTES = 1 << 16;

        private final RowReading reading;
        private final SlabWriter slab = new SlabWriter(BYTES);
        private final TrackDraft draft = new TrackDraft();
        private final ByteWriter run = new ByteWriter();
        private final List<Row> special = new ArrayList<>();
        private int[] addresses = new int[USUAL];
        private int size;
        private Optional<Instant> newestAdded = Optional.empty();

        Packing(RowReading reading) {
            this.reading = reading;
        }

        void add(List<String> cells, LongSupplier line) {
            Optional<ListName> list = reading.list(cells);
            switch (reading.read(cells, draft)) {
                case TrackRow.Kept(boolean local) -> add(list, local);
                case TrackRow.NoTrack(CsvFile.Skipped kind) -> add(new Row(list, new Found.NoTrack(kind)));
                case TrackRow.Bad(String why) -> add(new Row(list, new Found.Bad(line.getAsLong(), why)));
            }
        }

        private void add(Optional<ListName> list, boolean local) {
            draft.write(run.clear());
            newestAdded = later(newestAdded, draft.addedAt());
            int address = slab.add(run);
            if (list.isEmpty() && !local && draft.isTitled()) {
                add(address);
            } else {
                add(new Row(list, new Found.Stored(address, local, draft.isTitled())));
            }
        }

        private void add(Row row) {
            special.add(row);
            add(SPECIAL);
        }

        private void add(int address) {
            addresses = size == addresses.length ? Arrays.copyOf(addresses, 2 * size) : addresses;
            addresses[size++] = address;
        }

        /// A row of which nothing could be read.
        void addBroken(long line, String why) {
            add(new Row(Optional.empty(), new Found.Bad(line, why)));
        }

        PackedRows finish() {
            return new PackedRows(Arrays.copyOf(addresses, size), special, slab.finish(), newestAdded);
        }
    }

    static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        boolean isOther = other.isPresent() && (one.isEmpty() || other.get().isAfter(one.get()));
        return isOther ? other : one;
    }
}
