package dev.segue.library.csv;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/// Names of songs and artists as they are compared: exports of different months wrote the same one differently.
final class NameText {

    private static final String IGNORED = ",\"'`´‘’‚‛“”„‟«»‹›";

    private static final int MULTIPLIER = 31;

    private NameText() {}

    /// `name` in NFKC and lower case, without quotes, commas, zero-width characters and needless blanks.
    static String comparable(String name) {
        return isPlain(name) ? plain(name) : folded(name);
    }

    private static boolean isPlain(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) < ' ' || name.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    /// As [#folded(String)], for names of ASCII: most are, and it takes a tenth of the time.
    private static String plain(String name) {
        byte[] kept = new byte[name.length()];
        int size = 0;
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            boolean needless = character == ' ' ? size == 0 || kept[size - 1] == ' ' : isIgnored(character);
            if (!needless) {
                kept[size++] = (byte) lowered(character);
            }
        }
        if (size > 0 && kept[size - 1] == ' ') {
            size--;
        }
        return new String(kept, 0, size, StandardCharsets.ISO_8859_1);
    }

    /// Those of [#IGNORED] that are ASCII.
    static boolean isIgnored(char character) {
        return character == ',' || character == '"' || character == '\'' || character == '`';
    }

    /// A character of ASCII in lower case.
    static char lowered(char character) {
        return character >= 'A' && character <= 'Z' ? (char) (character + ('a' - 'A')) : character;
    }

    /// A hash code of a name that is comparable already.
    static long hash(String comparable) {
        long hash = 0;
        for (int at = 0; at < comparable.length(); at++) {
            hash = hash(hash, comparable.charAt(at));
        }
        return hash;
    }

    /// The same after one more character.
    static long hash(long before, int character) {
        return before * MULTIPLIER + character;
    }

    private static String folded(String name) {
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
