package dev.segue.library.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The first row: which cell says what.
final class Header {

    private static final int NOWHERE = Integer.MAX_VALUE;

    private final List<String> labels;
    private final boolean tabs;
    private final int[] positions = new int[Column.values().length];

    private Header(List<String> labels, boolean tabs) {
        this.labels = labels;
        this.tabs = tabs;
        Arrays.fill(positions, NOWHERE);
    }

    /// The header that `cells` are: without blanks around them, in lower case. Of two equal labels the first counts.
    static Header of(List<String> cells) {
        Header header = new Header(
                cells.stream().map(Label::lowered).toList(), cells.stream().anyMatch(cell -> cell.indexOf('\t') >= 0));
        Map<String, Integer> squeezed = new HashMap<>();
        for (int at = 0; at < cells.size(); at++) {
            squeezed.putIfAbsent(Label.squeezed(cells.get(at)), at);
        }
        for (Column column : Column.values()) {
            column.labels().stream()
                    .filter(squeezed::containsKey)
                    .findFirst()
                    .ifPresent(label -> header.positions[slot(column)] = squeezed.getOrDefault(label, NOWHERE));
        }
        return header;
    }

    /// The header of rows that have exactly `columns`, in that order.
    static Header of(Column... columns) {
        Header header = new Header(
                Arrays.stream(columns).map(Column::name).map(Label::lowered).toList(), false);
        for (int at = 0; at < columns.length; at++) {
            header.positions[slot(columns[at])] = at;
        }
        return header;
    }

    @SuppressWarnings("EnumOrdinal") // asked twenty times a row
    private static int slot(Column column) {
        return column.ordinal();
    }

    int size() {
        return labels.size();
    }

    /// Whether some label has TABs in it.
    boolean hasTabs() {
        return tabs;
    }

    /// Whether all of these labels are here.
    boolean has(String... wanted) {
        return labels.containsAll(List.of(wanted));
    }

    /// Whether it says this of a track, under whatever label.
    boolean has(Column column) {
        return positions[slot(column)] != NOWHERE;
    }

    /// Whether these are the first columns, under whatever labels.
    boolean starts(Column... columns) {
        for (int at = 0; at < columns.length; at++) {
            if (positions[slot(columns[at])] != at) {
                return false;
            }
        }
        return true;
    }

    /// Whether these are the first labels.
    boolean starts(String... wanted) {
        return labels.size() >= wanted.length
                && labels.subList(0, wanted.length).equals(List.of(wanted));
    }

    /// Whether `second` stands right after `first`.
    boolean hasInRow(String first, String second) {
        int at = labels.indexOf(first);
        return at >= 0 && at + 1 < labels.size() && labels.get(at + 1).equals(second);
    }

    /// The cell of a row for `column`, without blanks around it; empty text if there is none.
    String cell(List<String> row, Column column) {
        int at = positions[slot(column)];
        return at < row.size() ? row.get(at).strip() : "";
    }
}
