package dev.segue.library.csv;

import java.text.Normalizer;
import java.util.Locale;

/// Names of songs and artists as they are compared: exports of different months wrote the same one differently.
final class NameText {

    private static final String IGNORED = ",\"'`´‘’‚‛“”„‟«»‹›";

    private NameText() {}

    /// `name` in NFKC and lower case, without quotes, commas, zero-width characters and needless blanks.
    static String comparable(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (counts(character)) {
                append(kept, character);
            }
            at += Character.charCount(character);
        }
        return kept.toString().strip();
    }

    private static boolean counts(int character) {
        return Character.getType(character) != Character.FORMAT && IGNORED.indexOf(character) < 0;
    }

    private static void append(StringBuilder kept, int character) {
        if (!Character.isWhitespace(character) && !Character.isSpaceChar(character)) {
            kept.appendCodePoint(character);
        } else if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
            kept.append(' ');
        }
    }
}
