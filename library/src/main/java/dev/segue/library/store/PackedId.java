package dev.segue.library.store;

import dev.segue.library.TrackId;
import java.nio.charset.StandardCharsets;

/// A track id in three numbers: six bits a character, twenty-two of them at most.
final class PackedId {

    /// Characters of the longest id, which is what one of Spotify's has.
    static final int LONGEST = 22;

    /// Instead of a number, where a character is none of an id's.
    static final int NONE = -1;

    private static final int CHARACTER_BITS = 6;
    private static final int CODE = (1 << CHARACTER_BITS) - 1;
    private static final int FIRST = 10;
    private static final int SECOND = 20;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final byte[] CODES = codes();

    private PackedId() {}

    private static byte[] codes() {
        byte[] codes = new byte[1 << (Byte.SIZE - 1)];
        for (int code = 0; code < ALPHABET.length(); code++) {
            codes[ALPHABET.charAt(code)] = (byte) (code + 1);
        }
        return codes;
    }

    static boolean isSpotify(int tail) {
        return source(tail & 3) == TrackId.Source.SPOTIFY;
    }

    private static int code(TrackId.Source source) {
        return switch (source) {
            case SPOTIFY -> 0;
            case SOUNDCLOUD -> 1;
            case LOCAL -> 2;
        };
    }

    private static TrackId.Source source(int code) {
        return switch (code) {
            case 0 -> TrackId.Source.SPOTIFY;
            case 1 -> TrackId.Source.SOUNDCLOUD;
            default -> TrackId.Source.LOCAL;
        };
    }

    /// The characters up to the tenth.
    static long head(TrackId id) {
        return id.key().length() == LONGEST ? ten(id.key(), 0) : packed(id.key(), 0, FIRST);
    }

    /// The characters from the eleventh to the twentieth.
    static long middle(TrackId id) {
        return id.key().length() == LONGEST ? ten(id.key(), FIRST) : packed(id.key(), FIRST, SECOND);
    }

    /// The rest of the characters, and the source; below 2^14.
    static int tail(TrackId id) {
        return (int) (packed(id.key(), SECOND, LONGEST) << 2) | code(id.source());
    }

    /// Ten characters of an id. Each is one of an id's, or it would be none: nothing is left to check, and their codes
    /// can be read side by side.
    private static long ten(String key, int from) {
        return (two(key, from) << (8 * CHARACTER_BITS))
                | (two(key, from + 2) << (6 * CHARACTER_BITS))
                | (two(key, from + 4) << (4 * CHARACTER_BITS))
                | (two(key, from + 6) << (2 * CHARACTER_BITS))
                | two(key, from + 8);
    }

    private static long two(String key, int at) {
        return ((long) CODES[key.charAt(at)] << CHARACTER_BITS) | CODES[key.charAt(at + 1)];
    }

    /// As [#head(TrackId)], for the id that stands in `text` from there on; or [#NONE].
    static long head(String text, int from) {
        return packed(text, from, from + FIRST);
    }

    /// As [#middle(TrackId)], likewise.
    static long middle(String text, int from) {
        return packed(text, from + FIRST, from + SECOND);
    }

    /// As [#tail(TrackId)], likewise, of an id of Spotify's.
    static int spotifyTail(String text, int from) {
        long packed = packed(text, from + SECOND, from + LONGEST);
        return packed == NONE ? NONE : (int) (packed << 2) | code(TrackId.Source.SPOTIFY);
    }

    private static long packed(String text, int from, int to) {
        long packed = 0;
        int end = Math.min(to, text.length());
        int unknown = 0;
        for (int at = from; at < end; at++) {
            char character = text.charAt(at);
            int code = character < CODES.length ? CODES[character] : 0;
            unknown |= code - 1;
            packed = (packed << CHARACTER_BITS) | code;
        }
        return unknown < 0 ? NONE : packed;
    }

    /// The id that such numbers are.
    static TrackId unpacked(long head, long middle, int tail) {
        byte[] key = new byte[LONGEST];
        int length = unpack(head, key, 0);
        length = unpack(middle, key, length);
        length = unpack(tail >> 2, key, length);
        return new TrackId(source(tail & 3), new String(key, 0, length, StandardCharsets.ISO_8859_1));
    }

    private static int unpack(long packed, byte[] key, int from) {
        int shift = (Long.SIZE - Long.numberOfLeadingZeros(packed) + CHARACTER_BITS - 1) / CHARACTER_BITS;
        int at = from;
        for (int left = shift - 1; left >= 0; left--) {
            int code = (int) (packed >>> (left * CHARACTER_BITS)) & CODE;
            key[at++] = (byte) ALPHABET.charAt(code - 1);
        }
        return at;
    }
}
