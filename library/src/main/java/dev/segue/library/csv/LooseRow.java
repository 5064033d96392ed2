package dev.segue.library.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a row whose exporter does not escape quotes: a quoted cell ends only where a quote stands before a delimiter.
///
/// @param cells     how many there must be
/// @param delimiter between cells
/// @param allQuoted whether the next cell must be quoted, too
record LooseRow(int cells, char delimiter, boolean allQuoted) {

    /// Characters of the longest row that is tried.
    static final int LONGEST = 20_000;

    /// The cells of `line`, if there are as many as there must be.
    Optional<List<String>> split(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        int at = 0;
        while (at <= line.length() && found.size() <= cells) {
            boolean quoted = at < line.length() && line.charAt(at) == '"';
            int end = quoted ? closing(line, at + 1) : delimiter(line, at);
            if (end < 0) {
                return Optional.empty();
            }
            found.add(line.substring(quoted ? at + 1 : at, end));
            at = end + (quoted ? 2 : 1);
        }
        return found.size() == cells ? Optional.of(found) : Optional.empty();
    }

    private int delimiter(String line, int from) {
        int at = line.indexOf(delimiter, from);
        return at < 0 ? line.length() : at;
    }

    private int closing(String line, int from) {
        for (int at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
            boolean last = at + 1 == line.length();
            if (last || (line.charAt(at + 1) == delimiter && opensNext(line, at + 2))) {
                return at;
            }
        }
        return -1;
    }

    private boolean opensNext(String line, int at) {
        return !allQuoted || (at < line.length() && line.charAt(at) == '"');
    }
}
