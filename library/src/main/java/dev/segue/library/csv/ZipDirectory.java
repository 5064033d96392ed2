package dev.segue.library.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// The list of entries at the end of a zip. The JDK takes it into memory as it is, so its size is looked at before.
///
/// The record at the very end is in section 4.3.16 of the ZIP specification (PKWARE, APPNOTE.TXT).
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int SIZE_AT = 12;
    private static final long MOST_BYTES = 16L << 20;

    private ZipDirectory() {}

    /// Looks at the end of `zip`.
    ///
    /// @throws IOException if it has no such list, or an absurdly long one
    static void check(Path zip) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(zip)) {
            int length = (int) Math.min(file.size(), END_BYTES + LONGEST_COMMENT);
            file.position(file.size() - length);
            byte[] end = Channels.newInputStream(file).readNBytes(length);
            check(ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    private static void check(ByteBuffer end) throws IOException {
        for (int at = end.limit() - END_BYTES; at >= 0; at--) {
            if (end.getInt(at) == END_SIGNATURE) {
                long size = Integer.toUnsignedLong(end.getInt(at + SIZE_AT));
                if (size > MOST_BYTES) {
                    throw new IOException("its list of entries has " + size + " bytes");
                }
                return;
            }
        }
        throw new IOException("its end is missing");
    }
}
