package dev.segue.library.csv;

import dev.segue.library.export.CellText;
import java.util.ArrayList;
import java.util.List;

/// How several names stand in one cell.
enum Separator {
    SEMICOLON(";", ";"),
    /// as Segue writes it: inside a name `\;`
    ESCAPED_SEMICOLON(";", ";") {
        @Override
        List<String> split(String cell) {
            return CellText.readNames(cell);
        }
    },
    /// without a blank after it, so that a comma with one is part of a name
    COMMA(",", ",") {
        @Override
        boolean parts(String cell, int at) {
            return at + 1 == cell.length() || !Character.isWhitespace(cell.charAt(at + 1));
        }
    },
    /// a comma inside a name cannot be told from one between names
    COMMA_BLANK(", ", ", "),
    /// a comma inside a name is written `\,`
    ESCAPED_COMMA(", ", ", ") {
        @Override
        boolean parts(String cell, int at) {
            return at == 0 || cell.charAt(at - 1) != '\\';
        }
    },
    /// with blanks around it
    AMPERSAND("&", " & "),
    /// the source has a true list
    LISTED("", "\u001F"),
    /// a cell is one name
    NONE("", "\u001F");

    private final String sign;
    private final String needle;

    Separator(String sign, String needle) {
        this.sign = sign;
        this.needle = needle;
    }

    /// As it stands between two names; empty if there is none.
    String sign() {
        return sign;
    }

    /// Whether `cell` may hold several names.
    boolean isIn(String cell) {
        return cell.contains(needle);
    }

    /// Whether the sign at a place is one between names.
    boolean parts(String cell, int at) {
        return true;
    }

    /// The names in `cell`, in order.
    List<String> split(String cell) {
        int end = next(cell, 0);
        if (end == cell.length()) {
            return List.of(unescaped(cell));
        }
        List<String> names = new ArrayList<>();
        int start = 0;
        while (start <= cell.length()) {
            end = next(cell, start);
            String name = unescaped(cell.substring(start, end)).strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
            start = end + needle.length();
        }
        return List.copyOf(names);
    }

    private int next(String cell, int from) {
        int at = cell.indexOf(needle, from);
        while (at >= 0 && !parts(cell, at)) {
            at = cell.indexOf(needle, at + 1);
        }
        return at < 0 ? cell.length() : at;
    }

    private String unescaped(String name) {
        return this == ESCAPED_COMMA ? name.replace("\\,", ",") : name;
    }
}
