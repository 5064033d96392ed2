package dev.segue.processing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Whether what an audio file claims to have in it fits into it. Who reads tags makes room for a part before it reads
/// it: a damaged file of some bytes that claims a gigabyte would cost a gigabyte.
///
/// Known are RIFF and FORM (WAV, AIFF), MP4, FLAC, the head of Ogg, and ID3 at the start; of others nothing is said.
public final class ClaimedSizes {

    /// What is read at once. Others are passed over, and may be cut off, as audio is in a file that was.
    private static final Set<String> READ = Set.of(
            "fmt ", "fact", "LIST", "id3 ", "ID3 ", "COMM", "FVER", "APPL", "COMT", "NAME", "AUTH", "(c) ", "ANNO");

    private static final int HEAD = 12;
    private static final int CHUNK = 8;
    private static final int ID3 = 10;
    private static final int COMMENTS = 4;
    private static final int PICTURE = 6;

    /// Within so many bytes an Ogg file names who wrote it.
    private static final int OGG_HEAD = 8192;

    private final Bytes bytes;

    private ClaimedSizes(Bytes bytes) {
        this.bytes = bytes;
    }

    /// What does not fit; empty if nothing is wrong that is known here.
    ///
    /// @throws IOException if the file cannot be read
    public static Optional<String> flaw(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new ClaimedSizes(new Bytes(channel)).from(0);
        }
    }

    private Optional<String> from(long start) throws IOException {
        ByteBuffer head = bytes.at(start, HEAD);
        if (head.remaining() < HEAD) {
            return Optional.empty();
        }
        String name = Bytes.name(head, 0);
        if (name.startsWith("ID3") && start == 0) {
            return tag(head);
        }
        if (Boxes.FIRST.contains(Bytes.name(head, 4))) {
            return new Boxes(bytes).flaw();
        }
        return switch (name) {
            case "RIFF" -> chunks(start + HEAD, bytes.size(), ByteOrder.LITTLE_ENDIAN, false);
            case "FORM" -> chunks(start + HEAD, bytes.size(), ByteOrder.BIG_ENDIAN, false);
            case "fLaC" -> blocks(start + 4);
            case "OggS" -> writer(start);
            default -> Optional.empty();
        };
    }

    /// Seven bits of each byte count.
    private Optional<String> tag(ByteBuffer head) throws IOException {
        long length = 0;
        for (int at = 6; at < ID3; at++) {
            length = (length << 7) | (head.get(at) & 0x7f);
        }
        Optional<String> flaw = Bytes.excess("ID3", length, bytes.size() - ID3);
        return flaw.isPresent() ? flaw : from(ID3 + length);
    }

    private Optional<String> chunks(long start, long end, ByteOrder order, boolean all) throws IOException {
        long at = start;
        while (at + CHUNK <= end) {
            ByteBuffer head = bytes.at(at, HEAD).order(order);
            if (head.remaining() < CHUNK) {
                return Optional.empty();
            }
            String name = Bytes.name(head, 0);
            long claimed = Bytes.number(head, 4);
            long left = end - at - CHUNK;
            if (!Bytes.fits(claimed, left)) {
                return all || READ.contains(name) ? Bytes.excess(name, claimed, left) : Optional.empty();
            }
            if (name.equals("LIST")
                    && head.remaining() == HEAD
                    && Bytes.name(head, CHUNK).equals("INFO")) {
                Optional<String> flaw = chunks(at + HEAD, Math.min(end, at + CHUNK + claimed), order, true);
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
            at += CHUNK + claimed + claimed % 2; // the next begins at an even place
        }
        return Optional.empty();
    }

    /// FLAC's blocks say in three bytes how long they are: it is what is in them that may claim too much.
    private Optional<String> blocks(long start) throws IOException {
        long at = start;
        while (true) {
            ByteBuffer head = bytes.at(at, 4);
            if (head.remaining() < 4) {
                return Optional.empty();
            }
            long length = Bytes.number(head, 0) & 0xff_ffff;
            Optional<String> flaw = switch (head.get(0) & 0x7f) {
                case COMMENTS -> text("comments", bytes.at(at + 4, 4).order(ByteOrder.LITTLE_ENDIAN), length);
                case PICTURE -> picture(at + 4, length);
                default -> Optional.empty();
            };
            boolean last = head.get(0) < 0;
            if (last || flaw.isPresent()) {
                return flaw;
            }
            at += 4 + length;
        }
    }

    /// The kind of picture, its type, what it shows, four numbers, the picture.
    private Optional<String> picture(long start, long length) throws IOException {
        long at = start + 4;
        for (int skipped : new int[] {0, 16, 0}) {
            ByteBuffer claimed = bytes.at(at, 4);
            Optional<String> flaw = text("picture", claimed, start + length - at);
            if (flaw.isPresent() || claimed.remaining() < 4) {
                return flaw;
            }
            at += 4 + Bytes.number(claimed, 0) + skipped;
        }
        return Optional.empty();
    }

    private static Optional<String> text(String part, ByteBuffer claimed, long left) {
        return claimed.remaining() < 4 ? Optional.empty() : Bytes.excess(part, Bytes.number(claimed, 0), left);
    }

    private Optional<String> writer(long start) throws IOException {
        ByteBuffer head = bytes.at(start, OGG_HEAD).order(ByteOrder.LITTLE_ENDIAN);
        String text = Bytes.text(head, 0, head.limit());
        int at = text.indexOf("\3vorbis") + 7;
        return at < 7 || at + 4 > head.limit()
                ? Optional.empty()
                : Bytes.excess("comments", Bytes.number(head, at), bytes.size() - start - at);
    }
}
