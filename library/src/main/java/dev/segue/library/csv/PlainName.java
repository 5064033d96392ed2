package dev.segue.library.csv;

import dev.segue.library.store.ByteReader;

/// Texts that stand in bytes one after another, as one name with blanks between: its characters as
/// [NameText#comparable(String)] has them, so that a name is compared without making text of it. One use, one thread.
final class PlainName {

    /// Instead of a character, at the end.
    static final int END = -1;

    private final ByteReader from;
    private int texts;
    private int left;
    private boolean begun;
    /// the character after a blank that was told
    private int held = END;

    /// The name of the `texts` that `from` comes to, one or more. Each must be plain: see [#arePlain].
    PlainName(ByteReader from, int texts) {
        this.from = from;
        this.texts = texts;
        this.left = from.small();
    }

    /// Whether the `texts` that `from` comes to are of ASCII. Does not go on.
    static boolean arePlain(ByteReader from, int texts) {
        ByteReader each = from.copy();
        for (int text = 0; text < texts; text++) {
            if (!each.isAtPlainText()) {
                return false;
            }
            each.passText();
        }
        return true;
    }

    /// The next character, or [#END].
    int next() {
        if (held != END) {
            int character = held;
            held = END;
            return character;
        }
        boolean blank = false;
        while (left > 0 || texts > 1) {
            char character = read();
            if (character == ' ') {
                blank = begun;
            } else if (!NameText.isIgnored(character)) {
                begun = true;
                held = blank ? NameText.lowered(character) : END;
                return blank ? ' ' : NameText.lowered(character);
            }
        }
        return END;
    }

    private char read() {
        if (left > 0) {
            left--;
            return (char) from.one();
        }
        texts--;
        left = from.small();
        return ' ';
    }

    /// Whether it is `name`, as compared. To be asked instead of [#next()], and only once.
    boolean is(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (next() != name.charAt(at)) {
                return false;
            }
        }
        return next() == END;
    }

    /// As [NameText#hash(String)] of the name. To be asked instead of [#next()], and only once.
    long hash() {
        long hash = 0;
        for (int character = next(); character != END; character = next()) {
            hash = NameText.hash(hash, character);
        }
        return hash;
    }
}
