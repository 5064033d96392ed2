package dev.segue.library.history;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/// Text as it is compared: exporters of different months have removed quotes, commas and semicolons, and changed blanks
/// and the way in which letters are composed. Case is a difference.
final class Wording {

    private static final Pattern DROPPED = Pattern.compile("[,;\"'`´‘’‚‛“”„‟«»‹›\\p{Cf}]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Wording() {}

    static boolean same(String one, String other) {
        return one.equals(other) || plain(one).equals(plain(other));
    }

    /// Whether the names are the same, in whatever way they were divided.
    static boolean sameNames(List<String> one, List<String> other) {
        return one.equals(other) || same(String.join(" ", one), String.join(" ", other));
    }

    private static String plain(String text) {
        String kept =
                DROPPED.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
        return BLANKS.matcher(kept).replaceAll(" ").strip();
    }
}
