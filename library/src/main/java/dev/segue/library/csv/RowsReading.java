package dev.segue.library.csv;

import java.io.IOException;
import java.util.Optional;

/// Reads all rows under a known header. One use, one thread.
final class RowsReading {

    private final ReplayReader text;
    private final Header header;
    private final Gathering gathering;
    private Rows rows;
    private int cellsOfLast = Integer.MAX_VALUE;
    private boolean cutOff;

    /// @param rows what is left of the file
    /// @param text what they are read from
    RowsReading(Rows rows, ReplayReader text, Header header, Gathering gathering) {
        this.rows = rows;
        this.text = text;
        this.header = header;
        this.gathering = gathering;
    }

    /// Reads them one by one until it is settled what a row means, and then by blocks of that size.
    ReadFile read(int block) throws IOException {
        Optional<Rows.Row> row = rows.next();
        boolean none = row.isEmpty();
        while (row.isPresent() && !(gathering.isSettled() && rows.isPlain())) {
            take(row.get());
            row = rows.next();
        }
        boolean whole = row.isPresent() ? readByBlocks(rows.rest(block)) : text.endsInLineBreak();
        boolean cutInHeader = none && !whole;
        if (cutOff || cutInHeader) {
            gathering.truncate();
        }
        if (!whole && cellsOfLast < header.size()) {
            gathering.dropCutOff(rows.line());
        }
        return gathering.result();
    }

    private void take(Rows.Row row) throws IOException {
        switch (row) {
            case Rows.Row.Read read -> {
                cellsOfLast = read.cells().size();
                gathering.take(read.cells(), rows::line);
            }
            case Rows.Row.Broken broken -> {
                cellsOfLast = Integer.MAX_VALUE;
                cutOff = broken.cutOff();
                gathering.takeBroken(broken.line(), cutOff ? Gathering.CUT_OFF : broken.why());
            }
        }
    }

    /// @return whether the text ends in a line break
    private boolean readByBlocks(Blocks blocks) throws IOException {
        BlockQueue queue =
                new BlockQueue(blocks, block -> BlockRows.read(block, rows.grammar(), gathering.rowReading()));
        long lines = rows.linesBegan();
        Optional<BlockQueue.Underway> block = queue.next();
        while (block.isPresent()) {
            Optional<BlockRows> read = block.get().rows();
            if (read.isPresent()) {
                gathering.take(read.get().rows(), lines);
                lines += read.get().lines();
                block = queue.next();
            } else {
                rows = rows.of(new ReplayReader(blocks.from(block.get().block())), lines);
                block = readOneByOne(block.get().block(), queue);
                lines = rows.linesBegan();
            }
        }
        return blocks.endInLineBreak();
    }

    /// Reads rows until one begins where a block does.
    ///
    /// @return that block; empty at the end of the text
    private Optional<BlockQueue.Underway> readOneByOne(Blocks.Block first, BlockQueue queue) throws IOException {
        long end = first.length();
        Optional<BlockQueue.Underway> block = queue.next();
        Optional<Rows.Row> row = rows.next();
        while (row.isPresent()) {
            while (block.isPresent() && end < rows.began()) {
                end += block.get().block().length();
                block = queue.next();
            }
            if (end == rows.began()) {
                return block;
            }
            take(row.get());
            row = rows.next();
        }
        return Optional.empty();
    }
}
