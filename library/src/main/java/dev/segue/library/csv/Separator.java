package dev.segue.library.csv;

import dev.segue.library.export.CellText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// How several names stand in one cell.
enum Separator {
    SEMICOLON(";", ";", ";"),
    /// as Segue writes it: inside a name `\;`
    ESCAPED_SEMICOLON(";", ";", ";") {
        @Override
        List<String> split(String cell) {
            return CellText.readNames(cell);
        }
    },
    /// without a blank after it, so that a comma with one is part of a name
    COMMA(",", ",", ",(?!\\s)"),
    /// a comma inside a name cannot be told from one between names
    COMMA_BLANK(", ", ", ", ", "),
    /// a comma inside a name is written `\,`
    ESCAPED_COMMA(", ", ", ", "(?<!\\\\), "),
    /// the source has a true list
    LISTED("", "\u001F", "\u001F"),
    /// a cell is one name
    NONE("", "\u001F", "\u001F");

    private final String sign;
    private final String needle;
    private final Pattern pattern;

    Separator(String sign, String needle, String pattern) {
        this.sign = sign;
        this.needle = needle;
        this.pattern = Pattern.compile(pattern);
    }

    /// As it stands between two names; empty if there is none.
    String sign() {
        return sign;
    }

    /// Whether `cell` may hold several names.
    boolean isIn(String cell) {
        return cell.contains(needle);
    }

    /// The names in `cell`, in order.
    List<String> split(String cell) {
        if (!isIn(cell)) {
            return List.of(unescaped(cell));
        }
        return Arrays.stream(pattern.split(cell))
                .map(this::unescaped)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private String unescaped(String name) {
        return this == ESCAPED_COMMA ? name.replace("\\,", ",") : name;
    }
}
