package dev.segue.library.csv;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// The rows of a block that begins where a row does and in which each keeps to the grammar. Immutable.
///
/// @param rows  with lines counted from the beginning of the block
/// @param lines of the block
record BlockRows(PackedRows rows, long lines) {

    /// Reads `block`, to its end or to the first row that breaks the grammar or may have to be repaired. Of such a
    /// block
    /// there is nothing, and so of one that ends inside a row.
    static Optional<BlockRows> read(Blocks.Block block, Rows.Grammar grammar, RowReading reading) {
        PackedRows.Packing packing = new PackedRows.Packing(reading);
        try (CSVParser parser = grammar.format().parse(new CharArrayReader(block.text(), 0, block.length()))) {
            Iterator<CSVRecord> records = parser.iterator();
            long linesBefore = 0;
            while (records.hasNext()) {
                CSVRecord row = records.next();
                List<String> cells = Arrays.asList(row.values());
                if (grammar.isSuspect(cells)) {
                    return Optional.empty();
                }
                long lines = linesBefore;
                packing.add(cells, () -> lines + block.emptyLinesFrom(row.getCharacterPosition()) + 1);
                linesBefore = parser.getCurrentLineNumber();
            }
            return Optional.of(new BlockRows(packing.finish(), parser.getCurrentLineNumber()));
        } catch (UncheckedIOException | IOException broken) {
            return Optional.empty();
        }
    }
}
