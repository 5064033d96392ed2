package dev.segue.library.match;

import java.text.Normalizer;

/// Text as it is compared: lower case, no accents, kana and Cyrillic in Latin letters, Chinese in
/// simplified characters, one kind of blank, bracket and
/// dash.
final class Letters {

    private static final String QUOTES = "'\"`´‘’‚‛“”„‟«»‹›ʼʻʹ′″《》〈〉「」『』";
    private static final String APOSTROPHES = "'`´‘’";
    private static final String OPENING = "([{【〔〖";
    private static final String CLOSING = ")]}】〕〗";
    private static final String DASHES = "-‐‑‒–—―−|";
    private static final String KEPT = "&+,;/";

    private Letters() {}

    /// `text` in letters and digits, blanks, and those signs that divide it: `( ) - & + , ; /`.
    static String folded(String text) {
        String plain = isAscii(text) ? text : withoutAccents(text);
        var folded = new StringBuilder(plain.length());
        for (int at = 0; at < plain.length(); ) {
            int letter = plain.codePointAt(at);
            int next = at + Character.charCount(letter);
            if (Character.isLetterOrDigit(letter)) {
                appendLower(folded, letter);
            } else if (isAnd(plain, at)) {
                folded.append(" and ");
                next = at + 3;
            } else if (!isMark(letter)) {
                appendSign(folded, letter, next < plain.length() ? plain.charAt(next) : ' ');
            } else if (isPartOfWord(letter)) {
                folded.appendCodePoint(letter);
            }
            at = next;
        }
        return folded.toString();
    }

    /// The sign for "and" in "rock'n'roll".
    private static boolean isAnd(String text, int at) {
        return at > 0
                && at + 3 < text.length()
                && (text.charAt(at + 1) == 'n' || text.charAt(at + 1) == 'N')
                && APOSTROPHES.indexOf(text.charAt(at)) >= 0
                && APOSTROPHES.indexOf(text.charAt(at + 2)) >= 0
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 3));
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /// Marks on Latin, Greek, Cyrillic, Hebrew and Arabic letters go; those that make another kana or syllable stay.
    private static String withoutAccents(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var kept = new StringBuilder(apart.length());
        for (int at = 0; at < apart.length(); at++) {
            char letter = apart.charAt(at);
            if (!isAccent(letter)) {
                kept.append(letter);
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static boolean isAccent(char letter) {
        return isBetween(letter, 0x300, 0x36f)
                || isBetween(letter, 0x591, 0x5c7)
                || isBetween(letter, 0x64b, 0x65f)
                || letter == 0x670;
    }

    private static boolean isBetween(int letter, int first, int last) {
        return letter >= first && letter <= last;
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /// Vowel signs of Indian and other scripts are letters to their readers; joiners and variation selectors are not.
    private static boolean isPartOfWord(int mark) {
        int type = Character.getType(mark);
        boolean selector = isBetween(mark, 0xfe00, 0xfe0f) || isBetween(mark, 0xe0100, 0xe01ef);
        return !selector && (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK);
    }

    private static void appendLower(StringBuilder folded, int letter) {
        if (letter < 0x80) {
            folded.append((char) (letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter));
            return;
        }
        int lower = Character.toLowerCase(Character.toUpperCase(letter));
        switch (lower) {
            case 'ß', 'ẞ' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'þ' -> folded.append("th");
            case 'ı' -> folded.append('i');
            case 'ς' -> folded.append('σ');
            default -> {
                if (!Latin.append(folded, lower)) {
                    folded.appendCodePoint(Hanzi.simplified(lower));
                }
            }
        }
    }

    private static void appendSign(StringBuilder folded, int sign, char next) {
        if (sign == ' ') {
            folded.append(' ');
            return;
        }
        if (QUOTES.indexOf(sign) >= 0) {
            return;
        }
        boolean afterLetter = !folded.isEmpty() && Character.isLetter(folded.charAt(folded.length() - 1));
        if (sign == '$' && (afterLetter || Character.isLetter(next))) {
            folded.append('s');
        } else if (sign == '!' && afterLetter && Character.isLetter(next)) {
            folded.append('i');
        } else if (OPENING.indexOf(sign) >= 0) {
            folded.append('(');
        } else if (CLOSING.indexOf(sign) >= 0) {
            folded.append(')');
        } else if (DASHES.indexOf(sign) >= 0) {
            folded.append('-');
        } else {
            folded.append(KEPT.indexOf(sign) >= 0 ? (char) sign : ' ');
        }
    }
}
