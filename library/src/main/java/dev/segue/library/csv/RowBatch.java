package dev.segue.library.csv;

import dev.segue.library.Track;
import dev.segue.library.store.ByteWriter;
import dev.segue.library.store.Slab;
import dev.segue.library.store.SlabWriter;
import dev.segue.library.store.TrackForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rows whose meaning no other row can change. They are made tracks, and those bytes, by whatever thread is free.
/// Filled by one thread, then read by another, then handed back.
final class RowBatch {

    private static final int ROWS = 256;

    /// A row and what it turned out to be.
    ///
    /// @param line where it starts
    record Outcome(List<String> cells, long line, Found found) {}

    /// As [TrackRow], with a track's bytes in place of the track.
    sealed interface Found {

        /// A track.
        ///
        /// @param address in the batch's slab
        record Stored(int address, boolean isLocal, boolean isTitled, Optional<Instant> addedAt) implements Found {}

        record NoTrack(CsvFile.Skipped kind) implements Found {}

        record Bad(String why) implements Found {}
    }

    /// What became of a batch.
    record Done(List<Outcome> outcomes, Slab slab) {}

    private record Waiting(List<String> cells, long line, Optional<String> broken) {}

    private final RowReading reading;
    private final List<Waiting> waiting = new ArrayList<>(ROWS);

    RowBatch(RowReading reading) {
        this.reading = reading;
    }

    void add(List<String> cells, long line) {
        waiting.add(new Waiting(cells, line, Optional.empty()));
    }

    /// A row of which nothing could be read.
    void addBroken(long line, String why) {
        waiting.add(new Waiting(List.of(), line, Optional.of(why)));
    }

    boolean isFull() {
        return waiting.size() >= ROWS;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// Reads all rows, in order.
    Done read() {
        SlabWriter slab = new SlabWriter();
        ByteWriter run = new ByteWriter();
        List<Outcome> outcomes = new ArrayList<>(waiting.size());
        for (Waiting row : waiting) {
            Found found = row.broken().<Found>map(Found.Bad::new).orElseGet(() -> found(row.cells(), slab, run));
            outcomes.add(new Outcome(row.cells(), row.line(), found));
        }
        return new Done(outcomes, slab.finish());
    }

    private Found found(List<String> cells, SlabWriter slab, ByteWriter run) {
        return switch (reading.read(cells)) {
            case TrackRow.Kept(Track track, boolean local) -> {
                TrackForm.write(track, run.clear());
                yield new Found.Stored(slab.add(run), local, track.title().isPresent(), track.addedAt());
            }
            case TrackRow.NoTrack(CsvFile.Skipped kind) -> new Found.NoTrack(kind);
            case TrackRow.Bad(String why) -> new Found.Bad(why);
        };
    }
}
