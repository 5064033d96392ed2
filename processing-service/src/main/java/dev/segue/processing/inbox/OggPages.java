package dev.segue.processing.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// The packets at the start of an Ogg file with one stream, page by page (RFC 3533). Not thread-safe.
final class OggPages {

    private static final int MAGIC = 0x5367_674f; // OggS
    private static final int FLAGS_AT = 5;
    private static final int LAST = 4;
    private static final int SAMPLES_AT = 6;
    private static final int SEGMENTS_AT = 26;
    private static final int FULL = 255;

    private final InputStream in;
    private final int longest;
    /// lengths of the segments of the present page, and how many of them were taken
    private byte[] segments = {};
    private int taken;

    /// @param longest most bytes of a packet
    OggPages(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /// The next packet; empty if it is not whole, or too long.
    Optional<ByteBuffer> packet() throws IOException {
        var packet = new ByteArrayOutputStream();
        while (packet.size() <= longest) {
            if (taken == segments.length && !nextPage()) {
                return Optional.empty();
            }
            int length = segments[taken++] & 0xff;
            byte[] bytes = in.readNBytes(length);
            packet.writeBytes(bytes);
            if (bytes.length < length) {
                return Optional.empty();
            }
            if (length < FULL) {
                return Optional.of(ByteBuffer.wrap(packet.toByteArray()).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        return Optional.empty();
    }

    /// Pages without segments are passed over.
    private boolean nextPage() throws IOException {
        do {
            ByteBuffer head = ByteBuffer.wrap(in.readNBytes(SEGMENTS_AT + 1)).order(ByteOrder.LITTLE_ENDIAN);
            if (head.limit() <= SEGMENTS_AT || head.getInt(0) != MAGIC) {
                return false;
            }
            int count = head.get(SEGMENTS_AT) & 0xff;
            segments = in.readNBytes(count);
            taken = 0;
            if (segments.length < count) {
                return false;
            }
        } while (segments.length == 0);
        return true;
    }

    /// How many samples there are, by the last page in `tail`; empty if that is not the last one of its stream.
    ///
    /// @param tail in little-endian order
    static Optional<Long> end(ByteBuffer tail) {
        for (int at = tail.limit() - SEGMENTS_AT; at >= 0; at--) {
            if (tail.getInt(at) == MAGIC) {
                boolean last = (tail.get(at + FLAGS_AT) & LAST) != 0;
                return last ? Optional.of(tail.getLong(at + SAMPLES_AT)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
