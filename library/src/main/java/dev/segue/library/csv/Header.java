package dev.segue.library.csv;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/// The first row: which cell says what.
final class Header {

    private final List<String> labels;
    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);

    private Header(List<String> labels) {
        this.labels = labels;
        for (Column column : Column.values()) {
            positions.put(column, firstOf(column.labels()));
        }
    }

    private int firstOf(List<String> synonyms) {
        return synonyms.stream()
                .map(labels::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /// The header that `cells` are: without blanks around them, in lower case. Of two equal labels the first counts.
    static Header of(CSVRecord cells) {
        return new Header(cells.stream().map(Header::normalised).toList());
    }

    private static String normalised(String label) {
        return Normalizer.normalize(label.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    int size() {
        return labels.size();
    }

    boolean has(String... wanted) {
        return labels.containsAll(List.of(wanted));
    }

    /// Whether `second` stands right after `first`.
    boolean hasInRow(String first, String second) {
        int at = labels.indexOf(first);
        return at >= 0 && at + 1 < labels.size() && labels.get(at + 1).equals(second);
    }

    /// The cell of a row for `column`, without blanks around it; empty text if there is none.
    String cell(CSVRecord row, Column column) {
        int at = positions.getOrDefault(column, Integer.MAX_VALUE);
        return at < row.size() ? row.get(at).strip() : "";
    }
}
