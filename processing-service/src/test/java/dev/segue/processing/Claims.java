package dev.segue.processing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of a few bytes, one part of which claims nearly two gigabytes.
public enum Claims {
    WAVE(
            "fmt",
            order(ByteOrder.LITTLE_ENDIAN)
                    .put(text("RIFF"))
                    .putInt(64)
                    .put(text("WAVEfmt "))
                    .putInt(huge())),
    WAVE_TEXT(
            "INAM",
            order(ByteOrder.LITTLE_ENDIAN)
                    .put(text("RIFF"))
                    .putInt(64)
                    .put(text("WAVELIST"))
                    .putInt(28)
                    .put(text("INFOINAM"))
                    .putInt(huge())),
    AIFF(
            "COMM",
            order(ByteOrder.BIG_ENDIAN)
                    .put(text("FORM"))
                    .putInt(64)
                    .put(text("AIFFCOMM"))
                    .putInt(huge())),
    MP4("ftyp", order(ByteOrder.BIG_ENDIAN).putInt(huge()).put(text("ftypM4A "))),
    MP4_TAG(
            "data",
            order(ByteOrder.BIG_ENDIAN)
                    .put(box(20, "ftyp"))
                    .put(text("M4A \0\0\0\0M4A "))
                    .put(box(52, "moov"))
                    .put(box(44, "udta"))
                    .put(box(36, "meta"))
                    .putInt(0)
                    .put(box(24, "ilst"))
                    .put(box(16, "\u00a9nam"))
                    .put(box(huge(), "data"))),
    FLAC(
            "comments",
            order(ByteOrder.LITTLE_ENDIAN)
                    .put(text("fLaC"))
                    .put(new byte[] {0, 0, 0, 34})
                    .put(new byte[34])
                    .put(new byte[] {(byte) 0x84, 0, 0, 40})
                    .putInt(huge())),
    FLAC_PICTURE(
            "picture",
            order(ByteOrder.BIG_ENDIAN)
                    .put(text("fLaC"))
                    .put(new byte[] {(byte) 0x86, 0, 0, 60})
                    .putInt(3)
                    .putInt(9)
                    .put(text("image/png"))
                    .putInt(0)
                    .put(new byte[16])
                    .putInt(huge())),
    OGG(
            "comments",
            order(ByteOrder.LITTLE_ENDIAN)
                    .put(text("OggS"))
                    .put(new byte[24])
                    .put(text("\3vorbis"))
                    .putInt(huge())),
    ID3("ID3", order(ByteOrder.BIG_ENDIAN).put(text("ID3\4\0\0")).put(new byte[] {0x7f, 0x7f, 0x7f, 0x7f}));

    private final String part;
    private final String content;

    Claims(String part, ByteBuffer bytes) {
        this.part = part;
        this.content = Bytes.text(bytes, 0, bytes.capacity());
    }

    /// What is too big.
    public String part() {
        return part;
    }

    public Path write(Path file) throws IOException {
        return Files.writeString(file, content, ISO_8859_1);
    }

    private static ByteBuffer order(ByteOrder order) {
        return ByteBuffer.allocate(128).order(order);
    }

    private static byte[] box(int length, String name) {
        return ByteBuffer.allocate(8).putInt(length).put(text(name)).array();
    }

    private static int huge() {
        return Integer.MAX_VALUE - 15;
    }

    private static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
