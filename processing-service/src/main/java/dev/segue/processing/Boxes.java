package dev.segue.processing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/// The boxes of an MP4 file: what is in `ftyp` and `moov` is read at once, the rest is passed over. Used once.
final class Boxes {

    /// What such a file may begin with.
    static final Set<String> FIRST = Set.of("ftyp", "moov", "mdat", "free", "skip", "wide");

    private static final Set<String> READ = Set.of("ftyp", "moov");
    private static final Set<String> FULL_OF_BOXES =
            Set.of("moov", "trak", "mdia", "minf", "stbl", "udta", "meta", "ilst");
    private static final String LIST = "ilst";
    private static final int HEAD = 8;
    private static final int DEEPEST = 10;

    private final Bytes bytes;

    Boxes(Bytes bytes) {
        this.bytes = bytes;
    }

    /// What claims more than there is; empty if nothing does.
    Optional<String> flaw() throws IOException {
        return in("", 0, bytes.size(), 0);
    }

    private Optional<String> in(String parent, long start, long end, int depth) throws IOException {
        long at = start;
        while (at + HEAD <= end && depth < DEEPEST) {
            ByteBuffer head = bytes.at(at, 2 * HEAD);
            if (head.remaining() < HEAD) {
                return Optional.empty();
            }
            String name = Bytes.name(head, 4);
            long claimed = length(head, end - at);
            if (!Bytes.fits(claimed, end - at)) {
                return depth > 0 || READ.contains(name) ? Bytes.excess(name, claimed, end - at) : Optional.empty();
            }
            if (claimed < HEAD) {
                return Optional.empty(); // nobody can go on from here
            }
            if (FULL_OF_BOXES.contains(name) || parent.equals(LIST)) {
                long inside = at + HEAD + (name.equals("meta") ? version(head) : 0);
                Optional<String> flaw = in(name, inside, Math.min(end, at + claimed), depth + 1);
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
            at += claimed;
        }
        return Optional.empty();
    }

    /// 1 says that the length follows in eight bytes, 0 that the box is the last.
    private static long length(ByteBuffer head, long left) {
        long length = Bytes.number(head, 0);
        if (length == 1 && head.remaining() == 2 * HEAD) {
            return head.getLong(HEAD);
        }
        return length == 0 ? left : length;
    }

    /// Apple's own `meta` has no version before its first box.
    private static int version(ByteBuffer head) {
        return head.remaining() == 2 * HEAD && Bytes.name(head, HEAD + 4).equals("hdlr") ? 0 : 4;
    }
}
