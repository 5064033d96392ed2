package dev.segue.library.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// The rows of one CSV text, read one by one. Apache Commons CSV parses; where it gives up, the reading goes on with
/// the
/// next line, so that a broken row costs no other. Not thread-safe.
final class Rows implements Closeable {

    /// One row: its cells, or why there are none.
    sealed interface Row {

        /// A row that keeps to the grammar, or was repaired.
        ///
        /// @param cells as they stand
        record Read(List<String> cells) implements Row {}

        /// A row that does not.
        ///
        /// @param line  where it starts
        /// @param why   for people
        /// @param cutOff whether the text ends in it with a quote open
        record Broken(long line, String why, boolean cutOff) implements Row {}
    }

    /// How rows are written.
    ///
    /// @param repair takes a row that breaks the grammar, if it can
    record Grammar(CSVFormat format, Optional<LooseRow> repair) {

        static Grammar delimitedBy(char delimiter) {
            return new Grammar(
                    CSVFormat.Builder.create().setDelimiter(delimiter).get(), Optional.empty());
        }

        /// Whether a row of too many cells may have an unescaped quote in it.
        boolean isSuspect(List<String> cells) {
            return repair.isPresent() && repair.get().cells() < cells.size();
        }
    }

    /// Characters that are read in vain, at most: as much as 256 rows without end.
    static final long PATIENCE = 256L * ReplayReader.LIMIT;

    private final ReplayReader text;
    private Grammar grammar;
    private CSVParser parser;
    private Iterator<CSVRecord> records;
    /// line of the row that was read last, if it had to be repaired; else 0
    private long repairedLine;
    /// characters that may still be read in vain
    private long patience;
    /// where the text of the present parser starts
    private long origin;
    /// lines before it
    private long linesBefore;
    /// where the last row that kept to the grammar starts, empty lines before it included
    private long start;
    /// where the present row starts, empty lines before it included, and the lines before that
    private long began;
    private long linesBegan;
    /// lines of the present parser before that row, and after it
    private long firstLine;
    private long nextLine;

    /// @param linesBefore how many lines were read of `text` already
    /// @param patience    most characters that are read in vain
    Rows(ReplayReader text, Grammar grammar, long linesBefore, long patience) throws IOException {
        this.patience = patience;
        this.text = text;
        this.linesBefore = linesBefore;
        this.grammar = grammar;
        this.origin = text.position();
        this.start = origin;
        this.parser = grammar.format().parse(text);
        this.records = parser.iterator();
    }

    /// Those of another text, read in the same way and with what is left of the same patience.
    Rows of(ReplayReader other, long lines) throws IOException {
        return new Rows(other, grammar, lines, patience);
    }

    Grammar grammar() {
        return grammar;
    }

    /// From now on, a row that breaks the grammar is taken as `loose` takes it, if it can.
    void repairBy(LooseRow loose) {
        grammar = new Grammar(grammar.format(), Optional.of(loose));
    }

    /// The next row; empty at the end.
    ///
    /// @throws IOException if the file cannot be read on
    Optional<Row> next() throws IOException {
        long lineOfNext = parser.getCurrentLineNumber();
        repairedLine = 0;
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CSVRecord cells = records.next();
            firstLine = lineOfNext;
            nextLine = parser.getCurrentLineNumber();
            start = origin + cells.getCharacterPosition();
            began = start;
            linesBegan = linesBefore + firstLine;
            text.forgetBefore(start);
            List<String> values = Arrays.asList(cells.values());
            return Optional.of(grammar.isSuspect(values) ? again(values) : new Row.Read(values));
        } catch (UncheckedIOException broken) {
            return switch (Objects.requireNonNull(broken.getCause())) {
                case CSVException grammar
                when String.valueOf(grammar.getMessage()).contains("EOF") ->
                    Optional.of(skipBroken("a quote is opened and never closed", true));
                case CSVException _ ->
                    Optional.of(skipBroken("text stands between a closing quote and the next cell", false));
                case ReplayReader.RowTooLongException _ ->
                    Optional.of(skipBroken("longer than " + ReplayReader.LIMIT + " characters", false));
                case IOException unreadable -> throw unreadable;
            };
        }
    }

    /// The line where the row that was read last starts, 1 for the first of the file.
    long line() {
        return repairedLine > 0 ? repairedLine : linesBefore + firstLine + text.emptyLinesFrom(start) + 1;
    }

    /// Where in the text the row that was read last starts, empty lines before it included.
    long began() {
        return began;
    }

    /// How many lines are before that.
    long linesBegan() {
        return linesBegan;
    }

    /// Whether the row that was read last keeps to the grammar as it stands.
    boolean isPlain() {
        return began == start;
    }

    /// What is left of the text, from the beginning of the row that was read last, which must be plain. This one must
    /// not be used any more.
    Blocks rest(int block) {
        text.rewind(start);
        return text.rest(block);
    }

    /// A row of too many cells may have an unescaped quote in it.
    private Row again(List<String> asItStands) throws IOException {
        long end = text.position();
        text.rewind(start);
        firstLine += text.skipEmptyLines();
        start = text.position(); // the empty lines may be forgotten now
        long line = linesBefore + firstLine + 1;
        Optional<List<String>> better = loosely();
        if (better.isEmpty()) {
            text.rewind(end);
            return new Row.Read(asItStands);
        }
        return repaired(better.get(), line);
    }

    private Row skipBroken(String why, boolean openQuote) throws IOException {
        patience -= text.position() - start;
        if (patience < 0) {
            throw new IOException("too many quotes that are never closed");
        }
        text.rewind(start);
        for (long line = firstLine; line < nextLine; line++) {
            text.skipLine();
        }
        began = text.position();
        linesBegan = linesBefore + nextLine;
        long line = linesBefore + nextLine + text.skipEmptyLines() + 1;
        Optional<List<String>> better = loosely();
        if (better.isPresent()) {
            return repaired(better.get(), line);
        }
        text.skipLine();
        boolean cutOff = openQuote && text.peek() < 0;
        restart(line);
        return new Row.Broken(line, why, cutOff);
    }

    private Optional<List<String>> loosely() throws IOException {
        return grammar.repair().isPresent()
                ? grammar.repair().get().split(text.peekLine(LooseRow.LONGEST + 1))
                : Optional.empty();
    }

    private Row repaired(List<String> cells, long line) throws IOException {
        text.skipLine();
        restart(line);
        repairedLine = line;
        return new Row.Read(cells);
    }

    private void restart(long lines) throws IOException {
        linesBefore = lines;
        origin = text.position();
        start = origin;
        firstLine = 0;
        nextLine = 0;
        text.forgetBefore(origin);
        parser = grammar.format().parse(text);
        records = parser.iterator();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
