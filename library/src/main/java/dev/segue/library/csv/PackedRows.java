package dev.segue.library.csv;

import dev.segue.library.store.ByteWriter;
import dev.segue.library.store.Slab;
import dev.segue.library.store.SlabWriter;
import dev.segue.library.store.TrackDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Rows whose meaning no other row can change, and the bytes of those that are tracks. Immutable.
///
/// @param rows        in order
/// @param slab        of their tracks
/// @param newestAdded when the last of them was added
record PackedRows(List<Row> rows, Slab slab, Optional<Instant> newestAdded) {

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

    /// Takes rows as they are read, and makes bytes of them. One use, one thread.
    static final class Packing {

        private final RowReading reading;
        private final SlabWriter slab = new SlabWriter();
        private final TrackDraft draft = new TrackDraft();
        private final ByteWriter run = new ByteWriter();
        private final List<Row> rows = new ArrayList<>();
        private Optional<Instant> newestAdded = Optional.empty();

        Packing(RowReading reading) {
            this.reading = reading;
        }

        void add(List<String> cells, LongSupplier line) {
            Found found = switch (reading.read(cells, draft)) {
                case TrackRow.Kept(boolean local) -> stored(local);
                case TrackRow.NoTrack(CsvFile.Skipped kind) -> new Found.NoTrack(kind);
                case TrackRow.Bad(String why) -> new Found.Bad(line.getAsLong(), why);
            };
            rows.add(new Row(reading.list(cells), found));
        }

        private Found stored(boolean local) {
            draft.write(run.clear());
            newestAdded = later(newestAdded, draft.addedAt());
            return new Found.Stored(slab.add(run), local, draft.isTitled());
        }

        /// A row of which nothing could be read.
        void addBroken(long line, String why) {
            rows.add(new Row(Optional.empty(), new Found.Bad(line, why)));
        }

        PackedRows finish() {
            return new PackedRows(rows, slab.finish(), newestAdded);
        }
    }

    static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        boolean isOther = other.isPresent() && (one.isEmpty() || other.get().isAfter(one.get()));
        return isOther ? other : one;
    }
}
