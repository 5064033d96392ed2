package dev.segue.library.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rows that were read one by one and are made bytes together, by whatever thread is free. Filled by one thread, then
/// packed by another.
final class RowBatch {

    private static final int ROWS = 256;
    /// of usual rows, far more than those have; so that a few absurd ones do not wait for others
    private static final int CELLS = 1 << 17;

    private record Waiting(List<String> cells, long line, Optional<String> broken) {}

    private final RowReading reading;
    private final List<Waiting> waiting = new ArrayList<>(ROWS);
    private int cells;

    RowBatch(RowReading reading) {
        this.reading = reading;
    }

    void add(List<String> row, long line) {
        cells += row.size();
        waiting.add(new Waiting(row, line, Optional.empty()));
    }

    /// A row of which nothing could be read.
    void addBroken(long line, String why) {
        waiting.add(new Waiting(List.of(), line, Optional.of(why)));
    }

    boolean isFull() {
        return waiting.size() >= ROWS || cells >= CELLS;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    PackedRows packed() {
        PackedRows.Packing packing = new PackedRows.Packing(reading);
        for (Waiting row : waiting) {
            row.broken()
                    .ifPresentOrElse(
                            why -> packing.addBroken(row.line(), why), () -> packing.add(row.cells(), row::line));
        }
        return packing.finish();
    }
}
