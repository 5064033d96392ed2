package dev.segue.library.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes values as few bytes: numbers in groups of seven bits, text in UTF-8 after its length. Used again and again;
/// not thread-safe. [ByteReader] reads them back in the same order.
public final class ByteWriter {

    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final int GROUP_BITS = 7;
    static final int MORE = 1 << GROUP_BITS;

    private static final int MOST_GROUPS = 10;
    /// a UTF-16 unit takes three bytes of UTF-8 at most
    private static final int FIRST = 1 << 10;

    private byte[] bytes = new byte[FIRST];
    private int size;

    /// Forgets what was written.
    public ByteWriter clear() {
        size = 0;
        return this;
    }

    int size() {
        return size;
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, size);
    }

    /// Any number; small ones take few bytes, negative ones ten.
    public void number(long value) {
        room(MOST_GROUPS);
        long left = value;
        while ((left & -MORE) != 0) {
            bytes[size++] = (byte) (left | MORE);
            left >>>= GROUP_BITS;
        }
        bytes[size++] = (byte) left;
    }

    /// Any number; those near 0 take few bytes.
    public void signed(long value) {
        number((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    /// Eight bytes.
    public void fixed(long value) {
        room(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /// Text without half characters: those read back as `?`.
    public void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    private void room(int needed) {
        if (size + needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + needed));
        }
    }
}
