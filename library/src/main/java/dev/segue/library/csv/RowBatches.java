package dev.segue.library.csv;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Hands rows out in batches to whatever threads are free, and takes the batches back in order. Used by one thread.
final class RowBatches {

    /// Takes what became of each batch, in order.
    interface Sink {
        void take(PackedRows rows) throws IOException;
    }

    private final RowReading reading;
    private final Sink sink;
    private final Deque<Job<PackedRows>> underway = new ArrayDeque<>();
    private RowBatch batch;

    RowBatches(RowReading reading, Sink sink) {
        this.reading = reading;
        this.sink = sink;
        this.batch = new RowBatch(reading);
    }

    void add(List<String> cells, long line) throws IOException {
        batch.add(cells, line);
        sendIfFull();
    }

    void addBroken(long line, String why) throws IOException {
        batch.addBroken(line, why);
        sendIfFull();
    }

    /// Waits until all rows are read and taken.
    void finish() throws IOException {
        if (!batch.isEmpty()) {
            send();
        }
        takeBack(0);
    }

    private void sendIfFull() throws IOException {
        if (batch.isFull()) {
            send();
            takeBack(Job.MOST_UNDERWAY);
        }
    }

    private void send() {
        underway.add(Job.offer(batch::packed));
        batch = new RowBatch(reading);
    }

    private void takeBack(int left) throws IOException {
        while (underway.size() > left) {
            sink.take(underway.remove().result());
        }
    }
}
