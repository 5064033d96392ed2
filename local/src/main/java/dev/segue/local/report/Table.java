package dev.segue.local.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.utils.WCWidth;

/// Rows of text set in columns. For one thread.
public final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /// Adds a row.
    ///
    /// @param cells a number is written with its thousands apart
    public Table row(Object... cells) {
        rows.add(IntStream.range(0, cells.length)
                .mapToObj(cell -> cells[cell] instanceof Number number
                        ? String.format(Locale.ROOT, "%,d", number)
                        : cells[cell].toString())
                .toList());
        return this;
    }

    /// The lines, each as wide as it must be.
    ///
    /// @param from the first column that is set to the right, headings included
    /// @param to   the first one after it that is not
    public List<String> lines(int from, int to) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> pad(row.get(column), widths[column], column >= from && column < to))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .toList();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> length(row.get(column)))
                .max()
                .orElse(0);
    }

    /// In columns of a terminal: Chinese, Japanese and Korean letters and emoji take two, marks on others none.
    private static int length(String text) {
        return text.codePoints()
                .map(WCWidth::wcwidth)
                .map(columns -> Math.max(0, columns))
                .sum();
    }

    private static String pad(String text, int width, boolean right) {
        String blanks = " ".repeat(width - length(text));
        return right ? blanks + text : text + blanks;
    }
}
