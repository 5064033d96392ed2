package dev.segue.processing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A few bytes here and there of a file, and only so many: a file that is made to be read for ever is not. Used by one
/// thread at a time.
final class Bytes {

    /// More than any file has parts that matter.
    private static final int MOST_READS = 20_000;

    /// What a part may claim beyond the end: it is a cut-off file then, which others judge, and costs no memory.
    private static final long CUT_OFF = 1 << 20;

    private final FileChannel file;
    private final long size;
    private int reads;

    Bytes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    long size() {
        return size;
    }

    /// Up to `count` bytes from there, the biggest first in a number; fewer at the end of the file, none after too many
    /// calls.
    ByteBuffer at(long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        if (position >= 0 && position < size && reads++ < MOST_READS) {
            int read = file.read(bytes, position);
            while (read > 0 && bytes.hasRemaining()) {
                read = file.read(bytes, position + bytes.position());
            }
        }
        return bytes.flip();
    }

    /// Four bytes as text.
    static String name(ByteBuffer bytes, int at) {
        return text(bytes, at, 4);
    }

    static String text(ByteBuffer bytes, int at, int length) {
        byte[] text = new byte[length];
        bytes.get(at, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    static long number(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    static boolean fits(long claimed, long left) {
        return claimed >= 0 && claimed <= left + CUT_OFF;
    }

    /// That a part claims more than there is; empty if it does not.
    static Optional<String> excess(String part, long claimed, long left) {
        return fits(claimed, left)
                ? Optional.empty()
                : Optional.of("its part \"%s\" claims %s bytes, and %d are left"
                        .formatted(part.strip(), Long.toUnsignedString(claimed), Math.max(0, left)));
    }
}
