package dev.segue.processing.ffmpeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.segue.processing.Take.Sound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What the header of a plain lossless file says, without the start of a program: of WAVE, AIFF and FLAC with samples
/// of
/// 16 or 24 bits. Of anything else ffmpeg is asked. It is a guess as any header is: what is delivered was decoded.
final class PlainHeader {

    /// The header is mostly at the start.
    private static final int LOOKED_AT = 4096;

    private static final int FIRST_CHUNK = 12;
    private static final int PCM = 1;
    private static final int EXTENDED = (short) 0xfffe;
    private static final int CD = 16;
    private static final int STUDIO = 24;

    private PlainHeader() {}

    static Optional<Sound> of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer head = ByteBuffer.wrap(in.readNBytes(LOOKED_AT));
            return head.remaining() < FIRST_CHUNK ? Optional.empty() : of(head);
        } catch (IOException unreadable) {
            return Optional.empty(); // ffmpeg says why
        }
    }

    /// Whether it is a WAVE of such samples, which alone has them the little end first.
    static boolean isWave(Path file) {
        return of(file).filter(sound -> sound.codec().endsWith("le")).isPresent();
    }

    private static Optional<Sound> of(ByteBuffer head) {
        String kind = text(head, 0) + text(head, 8);
        if (kind.equals("RIFFWAVE")) {
            return wave(head.order(ByteOrder.LITTLE_ENDIAN));
        }
        if (kind.equals("FORMAIFF")) {
            return aiff(head);
        }
        return kind.startsWith("fLaC") ? flac(head) : Optional.empty();
    }

    private static Optional<Sound> wave(ByteBuffer head) {
        int at = chunk(head, "fmt ", 24);
        return at < 0 || !(head.getShort(at + 8) == PCM || isExtendedPcm(head, at))
                ? Optional.empty()
                : sound("pcm_s%dle", head.getInt(at + 12), head.getShort(at + 22));
    }

    /// The long form, which programs write for more than 16 bits: all of them count, and they are plain samples.
    private static boolean isExtendedPcm(ByteBuffer head, int at) {
        return head.remaining() >= at + 8 + 40
                && head.getInt(at + 4) >= 40
                && head.getShort(at + 8) == EXTENDED
                && head.getShort(at + 26) == head.getShort(at + 22)
                && head.getShort(at + 32) == PCM;
    }

    /// The rate is a float of 80 bits.
    private static Optional<Sound> aiff(ByteBuffer head) {
        int at = chunk(head, "COMM", 26);
        if (at < 0) {
            return Optional.empty();
        }
        int shift = 16_383 + 63 - (head.getShort(at + 16) & 0x7fff);
        long rate = shift < 32 || shift > 63 ? 0 : head.getLong(at + 18) >>> shift;
        return sound("pcm_s%dbe", (int) rate, head.getShort(at + 14));
    }

    private static Optional<Sound> flac(ByteBuffer head) {
        if (head.remaining() < 42 || (head.get(4) & 0x7f) != 0) {
            return Optional.empty();
        }
        int packed = head.getInt(18); // 20 bits of rate, 3 of channels, 5 of depth
        return sound("flac", packed >>> 12, ((packed >>> 4) & 0x1f) + 1);
    }

    private static Optional<Sound> sound(String codec, int rate, int bits) {
        return rate > 0 && (bits == CD || bits == STUDIO)
                ? Optional.of(new Sound(codec.formatted(bits), rate, bits, Optional.empty()))
                : Optional.empty();
    }

    /// Where it begins, if that many bytes of it are there; else less than 0.
    private static int chunk(ByteBuffer head, String name, int needed) {
        long at = FIRST_CHUNK;
        while (at + needed <= head.remaining()) {
            if (text(head, (int) at).equals(name)) {
                return (int) at;
            }
            long size = Integer.toUnsignedLong(head.getInt((int) at + 4));
            at += 8 + size + size % 2;
        }
        return -1;
    }

    private static String text(ByteBuffer bytes, int at) {
        byte[] text = new byte[4];
        bytes.get(at, text);
        return new String(text, ISO_8859_1);
    }
}
