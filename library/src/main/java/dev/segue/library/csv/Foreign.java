package dev.segue.library.csv;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/// Files that lie beside exports and are no business of ours.
final class Foreign {

    /// Spotify's own copy of somebody's data has more files than the two that are read.
    private static final Pattern OURS = Pattern.compile("(?:yourlibrary|playlist\\d*)[^/]*\\.json");

    /// Text of another kind than any that is read.
    static final class ForeignException extends IOException {
        private static final long serialVersionUID = 1;

        ForeignException(String message) {
            super(message);
        }
    }

    private Foreign() {}

    /// Whether nobody need be told that `file` cannot be read: its ending is not only that of exports.
    static boolean isLikely(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") || (name.endsWith(".json") && !isOurs(file));
    }

    /// Whether `file` may hold rows, by its ending.
    static boolean mayBeRows(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return !name.endsWith(".txt") && !name.endsWith(".json") && !name.endsWith(".spotdl");
    }

    /// Whether `file` is called as Spotify calls one of its files that are read.
    static boolean isOurs(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return OURS.matcher(name).matches();
    }
}
