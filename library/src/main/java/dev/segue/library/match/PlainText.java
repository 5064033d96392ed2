package dev.segue.library.match;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;

/// The short way to a name's key, which nine names in ten can take: those of ASCII letters, digits and blanks, without
/// brackets, dashes and the like, and without words that mean something. What it finds is what the long way through
/// [Letters] and [Name] finds.
final class PlainText {

    private static final int ASCII = 0x80;
    private static final byte ANOTHER = 0;
    private static final byte DROPPED = 1;
    private static final byte BLANK = 2;
    private static final byte[] FOLDED = folded();

    /// hash codes of the words that mean something, and a bit for each
    private final int[] hashes;
    private final long bits;

    /// @param meaningful the words that mean something, beside those that have several spellings
    PlainText(Set<String> meaningful) {
        hashes = Stream.concat(meaningful.stream(), OneSpelling.WORDS.stream())
                .mapToInt(String::hashCode)
                .distinct()
                .toArray();
        long all = 0;
        for (int hash : hashes) {
            all |= 1L << hash;
        }
        bits = all;
    }

    private static byte[] folded() {
        byte[] folded = new byte[ASCII];
        for (int sign = 0; sign < ASCII; sign++) {
            boolean letter = Character.isLetterOrDigit(sign);
            folded[sign] = letter ? (byte) Character.toLowerCase(sign) : BLANK;
        }
        for (char sign : "'\"`".toCharArray()) {
            folded[sign] = DROPPED;
        }
        for (char sign : "()[]{}-|&+,;/$!:~".toCharArray()) {
            folded[sign] = ANOTHER;
        }
        return folded;
    }

    /// The key of `text`; empty text if only the long way leads to it.
    String key(String text) {
        byte[] key = new byte[text.length()];
        int size = 0;
        int word = 0;
        int hash = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            byte folded = sign < ASCII ? FOLDED[sign] : ANOTHER;
            if (folded > BLANK) {
                key[size++] = folded;
                hash = 31 * hash + folded;
            } else if (folded == BLANK) {
                if (size > word && isMeaningful(hash)) {
                    return "";
                }
                size = wordEnd(key, word, size);
                word = size;
                hash = 0;
            } else if (folded == ANOTHER || isAnd(text, at)) {
                return "";
            }
        }
        if (size > word && isMeaningful(hash)) {
            return "";
        }
        return new String(key, 0, wordEnd(key, word, size), StandardCharsets.ISO_8859_1);
    }

    private boolean isMeaningful(int hash) {
        if ((bits & 1L << hash) != 0) {
            for (int known : hashes) {
                if (known == hash) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether a quote stands here and at the next place but one, as in "rock'n'roll".
    private static boolean isAnd(String text, int at) {
        return at + 2 < text.length() && text.charAt(at + 2) < ASCII && FOLDED[text.charAt(at + 2)] == DROPPED;
    }

    /// Without the g of "reeling".
    private static int wordEnd(byte[] key, int from, int to) {
        boolean participle = to - from > 2 && key[to - 1] == 'g' && key[to - 2] == 'n' && key[to - 3] == 'i';
        return participle && OneSpelling.isParticiple(new String(key, from, to - from, StandardCharsets.ISO_8859_1))
                ? to - 1
                : to;
    }
}
