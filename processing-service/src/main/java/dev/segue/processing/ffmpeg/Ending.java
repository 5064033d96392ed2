package dev.segue.processing.ffmpeg;

import dev.segue.processing.Take.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/// The end of a file that says nowhere how long it is, of which a decoder takes what is there: an Ogg, and an MP3
/// without a header that counts its frames. Only a cut that is certain is told: what else may follow the audio, such
/// as tags, text or zeros, is none.
final class Ending {

    /// Two pages of Ogg, or ninety frames of MP3, and more.
    private static final int LOOKED_AT = 128 * 1024;

    private static final int OGG = 0x4f67_6753;
    private static final int FLAGS = 5;
    private static final int LAST = 4;
    private static final int SEGMENTS = 26;

    private Ending() {}

    /// What is missing; empty if nothing is, or nobody can say.
    static Optional<String> flaw(Path file, Sound sound) {
        boolean uncounted = sound.codec().equals("mp3") && sound.claimed().isEmpty();
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer start = read(channel, 0, Integer.BYTES);
            if (start.remaining() == Integer.BYTES && start.getInt() == OGG) {
                return pages(tail(channel));
            }
            return uncounted ? frames(tail(channel)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty(); // ffmpeg says why
        }
    }

    private static Optional<String> pages(ByteBuffer tail) {
        for (int at = tail.limit() - Integer.BYTES; at >= 0; at--) {
            if (tail.getInt(at) == OGG) {
                return isLast(tail.slice(at, tail.limit() - at))
                        ? Optional.empty()
                        : Optional.of("cut off: its last page is missing");
            }
        }
        return Optional.empty();
    }

    /// Whether a page is whole, and says that none comes after it.
    private static boolean isLast(ByteBuffer page) {
        int length = SEGMENTS + 1;
        int segments = page.limit() < length ? 0 : page.get(SEGMENTS) & 0xff;
        if (page.limit() < length + segments) {
            return false;
        }
        for (int n = 0; n < segments; n++) {
            length += page.get(SEGMENTS + 1 + n) & 0xff;
        }
        return length + segments <= page.limit() && (page.get(FLAGS) & LAST) != 0;
    }

    private static Optional<String> frames(ByteBuffer tail) {
        int at = 0;
        while (at + Integer.BYTES <= tail.limit()) {
            int end = Frames.after(tail, at);
            if (end > tail.limit() + Frames.PADDING) {
                return Optional.of("cut off: a part of its last frame is missing");
            }
            at = Math.max(end, at + 1);
        }
        return Optional.empty();
    }

    private static ByteBuffer tail(FileChannel file) throws IOException {
        return read(file, Math.max(0, file.size() - LOOKED_AT), LOOKED_AT);
    }

    private static ByteBuffer read(FileChannel file, long start, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        int read = file.read(bytes, start);
        while (read > 0 && bytes.hasRemaining()) {
            read = file.read(bytes, start + bytes.position());
        }
        return bytes.flip();
    }
}
