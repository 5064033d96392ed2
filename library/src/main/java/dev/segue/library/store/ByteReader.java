package dev.segue.library.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what [ByteWriter] wrote, in the same order. Not thread-safe.
public final class ByteReader {

    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    public long number() {
        long value = 0;
        int shift = 0;
        byte group = bytes[at++];
        while (group < 0) {
            value |= (long) (group & (ByteWriter.MORE - 1)) << shift;
            shift += ByteWriter.GROUP_BITS;
            group = bytes[at++];
        }
        return value | ((long) group << shift);
    }

    /// A number that is known to be an `int`.
    public int small() {
        return (int) number();
    }

    public long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    public long fixed() {
        long value = (long) ByteWriter.LONG.get(bytes, at);
        at += Long.BYTES;
        return value;
    }

    public String text() {
        int length = small();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /// Passes over a text.
    public void passText() {
        int length = small();
        at += length;
    }

    /// Whether the text that comes is ASCII without control characters. Does not go on.
    public boolean isAtPlainText() {
        int start = at;
        int end = small() + at;
        int next = at;
        at = start;
        while (next < end && bytes[next] >= ' ' && bytes[next] <= '~') {
            next++;
        }
        return next == end;
    }

    /// Whether the text that comes is `text`, in UTF-8. Does not go on.
    public boolean isAtText(byte[] text) {
        int start = at;
        int length = small();
        int from = at;
        at = start;
        return length == text.length && Arrays.equals(bytes, from, from + length, text, 0, length);
    }

    /// One byte, as of a text whose length was read as a [#small()] number.
    public byte one() {
        return bytes[at++];
    }

    /// Another one that stands where this one does.
    public ByteReader copy() {
        return new ByteReader(bytes, at);
    }

    /// Passes over `length` bytes.
    public void skip(int length) {
        at += length;
    }
}
