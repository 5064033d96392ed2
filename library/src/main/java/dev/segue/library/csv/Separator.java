package dev.segue.library.csv;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// How several names stand in one cell.
enum Separator {
    SEMICOLON(";", ";"),
    /// names never have a comma themselves
    COMMA(",", ","),
    /// a comma inside a name is written `\,`
    ESCAPED_COMMA(", ", "(?<!\\\\), ");

    private final String sign;
    private final Pattern pattern;

    Separator(String sign, String pattern) {
        this.sign = sign;
        this.pattern = Pattern.compile(pattern);
    }

    /// As it stands between two names.
    String sign() {
        return sign;
    }

    /// The names in `cell`, in order.
    List<String> split(String cell) {
        if (!cell.contains(sign)) {
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
