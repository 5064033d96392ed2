package dev.segue.library.csv;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/// Blocks of a text in order, of which the next ones are being read already by whatever threads are free, each as if a
/// row began where it does. Used by one thread.
final class BlockQueue {

    /// A block that is being read.
    record Underway(Blocks.Block block, Job<Optional<BlockRows>> reading) {

        /// What is in it; empty if its rows have to be read one by one.
        Optional<BlockRows> rows() {
            return reading.result();
        }
    }

    private final Blocks blocks;
    private final Function<Blocks.Block, Optional<BlockRows>> reader;
    private final Deque<Underway> underway = new ArrayDeque<>();
    private Optional<Blocks.Block> toRead;

    BlockQueue(Blocks blocks, Function<Blocks.Block, Optional<BlockRows>> reader) throws IOException {
        this.blocks = blocks;
        this.reader = reader;
        this.toRead = Optional.of(blocks.first());
    }

    /// The next block; empty at the end. While it is being read by somebody else, this thread reads those after it.
    Optional<Underway> next() throws IOException {
        while (underway.size() <= Job.MOST_UNDERWAY && toRead.isPresent()) {
            Blocks.Block block = toRead.get();
            underway.add(new Underway(
                    block, Job.offer(() -> block.isOfWholeLines() ? reader.apply(block) : Optional.empty())));
            toRead = blocks.after(block);
        }
        Optional<Underway> next = Optional.ofNullable(underway.poll());
        next.ifPresent(this::await);
        return next;
    }

    private void await(Underway block) {
        block.reading().help();
        for (Underway later : underway) {
            if (!block.reading().isDone()) {
                later.reading().help();
            }
        }
    }
}
