package dev.segue.processing.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an Ogg file with Opus in it says of itself (RFC 7845): jaudiotagger reads no Opus. Immutable.
///
/// @param comments by their names in upper case
/// @param length   unless its end is missing
record OpusFile(Map<String, List<String>> comments, Optional<Duration> length) {

    private static final String HEAD = "OpusHead";
    private static final String TAGS = "OpusTags";
    private static final int SKIPPED_AT = 10;
    private static final int SAMPLES_A_SECOND = 48_000;
    /// a page is smaller
    private static final int LOOKED_AT = 1 << 16;
    /// a cover is a comment, too
    private static final int LONGEST = 32 << 20;
    /// no name or title is longer
    private static final int LONGEST_COMMENT = 1 << 16;

    /// What `file` says; empty if it has no Opus.
    static Optional<OpusFile> of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            OggPages pages = new OggPages(in, LONGEST);
            Optional<ByteBuffer> head = pages.packet().filter(packet -> begins(packet, HEAD));
            if (head.isEmpty() || head.get().limit() < SKIPPED_AT + Short.BYTES) {
                return Optional.empty();
            }
            int skipped = Short.toUnsignedInt(head.get().getShort(SKIPPED_AT));
            Optional<ByteBuffer> tags = pages.packet().filter(packet -> begins(packet, TAGS));
            return Optional.of(new OpusFile(tags.map(OpusFile::comments).orElse(Map.of()), length(file, skipped)));
        }
    }

    private static boolean begins(ByteBuffer packet, String magic) {
        byte[] start = new byte[Math.min(magic.length(), packet.limit())];
        packet.get(0, start);
        return new String(start, UTF_8).equals(magic);
    }

    /// Those that are whole.
    private static Map<String, List<String>> comments(ByteBuffer packet) {
        Map<String, List<String>> comments = new HashMap<>();
        packet.position(TAGS.length());
        Optional<ByteBuffer> maker = text(packet);
        long left = maker.isPresent() && packet.remaining() >= Integer.BYTES ? packet.getInt() & 0xffff_ffffL : 0;
        for (Optional<ByteBuffer> text = text(packet); left > 0 && text.isPresent(); text = text(packet)) {
            if (text.get().remaining() <= LONGEST_COMMENT) {
                add(comments, UTF_8.decode(text.get()).toString());
            }
            left--;
        }
        return comments;
    }

    private static void add(Map<String, List<String>> comments, String comment) {
        int equals = comment.indexOf('=');
        String text = comment.substring(equals + 1);
        if (equals > 0 && !text.isBlank()) {
            String name = comment.substring(0, equals).toUpperCase(Locale.ROOT);
            comments.computeIfAbsent(name, _ -> new ArrayList<>()).add(text);
        }
    }

    private static Optional<ByteBuffer> text(ByteBuffer packet) {
        if (packet.remaining() < Integer.BYTES) {
            return Optional.empty();
        }
        int length = packet.getInt();
        if (length < 0 || length > packet.remaining()) {
            return Optional.empty();
        }
        ByteBuffer text = packet.slice(packet.position(), length);
        packet.position(packet.position() + length);
        return Optional.of(text);
    }

    /// As its last page says, which counts all samples, those that are skipped at the start included.
    private static Optional<Duration> length(Path file, int skipped) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer tail = ByteBuffer.allocate(LOOKED_AT).order(ByteOrder.LITTLE_ENDIAN);
            long start = Math.max(0, channel.size() - LOOKED_AT);
            int read = channel.read(tail, start);
            while (read > 0 && tail.hasRemaining()) {
                read = channel.read(tail, start + tail.position());
            }
            return OggPages.end(tail.flip())
                    .filter(samples -> samples > skipped)
                    .map(samples -> Duration.ofMillis((samples - skipped) * 1000 / SAMPLES_A_SECOND));
        }
    }

    /// The first comment called so.
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /// All comments called so.
    List<String> all(String name) {
        return comments.getOrDefault(name, List.of());
    }
}
