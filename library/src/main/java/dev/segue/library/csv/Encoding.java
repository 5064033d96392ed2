package dev.segue.library.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// How the bytes of a file are characters.
enum Encoding {
    /// strictly: a reader of anything else gets a [java.nio.charset.CharacterCodingException]
    UTF_8(StandardCharsets.UTF_8, CodingErrorAction.REPORT),
    /// UTF-8 that ends in the middle of a character
    UTF_8_CUT(StandardCharsets.UTF_8, CodingErrorAction.REPLACE),
    /// UTF-8 with bytes in it that are no character
    UTF_8_DAMAGED(StandardCharsets.UTF_8, CodingErrorAction.REPLACE),
    UTF_16LE(StandardCharsets.UTF_16LE, CodingErrorAction.REPLACE),
    UTF_16BE(StandardCharsets.UTF_16BE, CodingErrorAction.REPLACE),
    /// UTF-16 of an odd number of bytes; the last one is no character
    UTF_16LE_CUT(StandardCharsets.UTF_16LE, CodingErrorAction.IGNORE),
    UTF_16BE_CUT(StandardCharsets.UTF_16BE, CodingErrorAction.IGNORE),
    /// what spreadsheets of the West write; reads any bytes
    WINDOWS_1252(Charset.forName("windows-1252"), CodingErrorAction.REPLACE);

    private static final int BUFFER = 1 << 16;
    private static final int BOM_BYTES = 3;
    private static final int LETTERS = 4;
    private static final int BYTES_OF_FIRST_LINE = 8192;

    private final Charset charset;
    private final CodingErrorAction onMalformed;

    Encoding(Charset charset, CodingErrorAction onMalformed) {
        this.charset = charset;
        this.onMalformed = onMalformed;
    }

    /// What the first bytes of a file say: a UTF-16 mark, zeros beside two letters that stand for one, or else UTF-8.
    static Encoding markedBy(byte[] start) {
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return UTF_16LE;
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return UTF_16BE;
        }
        return start.length < LETTERS ? UTF_8 : unmarked(start);
    }

    private static Encoding unmarked(byte[] start) {
        if (start[0] != 0 && start[1] == 0 && start[2] != 0 && start[3] == 0) {
            return UTF_16LE;
        }
        return start[0] == 0 && start[1] != 0 && start[2] == 0 && start[3] != 0 ? UTF_16BE : UTF_8;
    }

    /// How to read a file that is marked so, once its length is known.
    Encoding asLongAs(Source source) throws IOException {
        return switch (this) {
            case UTF_16LE -> isOdd(source) ? UTF_16LE_CUT : this;
            case UTF_16BE -> isOdd(source) ? UTF_16BE_CUT : this;
            case UTF_8, UTF_8_CUT, UTF_8_DAMAGED, UTF_16LE_CUT, UTF_16BE_CUT, WINDOWS_1252 -> this;
        };
    }

    private static boolean isOdd(Source source) throws IOException {
        try (InputStream in = source.bytes().open()) {
            return in.transferTo(OutputStream.nullOutputStream()) % 2 != 0;
        }
    }

    /// Whether a file ends in the middle of a character.
    boolean isCut() {
        return this == UTF_8_CUT || this == UTF_16LE_CUT || this == UTF_16BE_CUT;
    }

    /// A file's characters without its byte order marks, however many there are, and without doubled CR at line ends.
    Reader read(Source source) throws IOException {
        InputStream in = new BufferedInputStream(source.bytes().open(), BUFFER);
        skipMarks(in);
        in.mark(BYTES_OF_FIRST_LINE);
        String start = new String(in.readNBytes(BYTES_OF_FIRST_LINE), charset);
        in.reset();
        Reader text = new InputStreamReader(
                in,
                charset.newDecoder().onMalformedInput(onMalformed).onUnmappableCharacter(CodingErrorAction.REPLACE));
        return SingleReturns.areNeededBy(start) ? new SingleReturns(text) : text;
    }

    private void skipMarks(InputStream in) throws IOException {
        byte[] mark = this == WINDOWS_1252 ? "\uFEFF".getBytes(StandardCharsets.UTF_8) : "\uFEFF".getBytes(charset);
        byte[] start = mark;
        while (java.util.Arrays.equals(start, mark)) {
            in.mark(BOM_BYTES);
            start = in.readNBytes(mark.length);
        }
        in.reset();
    }

    /// The name people know it by.
    String label() {
        return charset.name();
    }
}
