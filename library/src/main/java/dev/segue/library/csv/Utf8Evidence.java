package dev.segue.library.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// What speaks for and against UTF-8 in a file that is not UTF-8 throughout.
///
/// @param characters well-formed ones beyond ASCII; other encodings have them by chance only
/// @param damaged    three bytes of UTF-8 that are no character, such as half of a pair of surrogates
/// @param foreign    other bytes that are no UTF-8
record Utf8Evidence(long characters, long damaged, long foreign) {

    private static final int BUFFER = 1 << 16;
    private static final int ASCII = 0x80;

    /// So many bytes at once are refused of a lone surrogate and of a character of four bytes that lacks its last.
    private static final int BYTES_OF_DAMAGED = 3;

    static Utf8Evidence of(Source source) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        var evidence = new Utf8Evidence(0, 0, 0);
        try (InputStream in = source.bytes().open()) {
            int read = in.read(bytes.array(), 0, BUFFER);
            while (read >= 0) {
                bytes.limit(bytes.position() + read).rewind();
                evidence = evidence.and(bytes, decoder);
                bytes.compact();
                read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            }
        }
        return evidence;
    }

    private Utf8Evidence and(ByteBuffer bytes, CharsetDecoder decoder) {
        CharBuffer text = CharBuffer.allocate(BUFFER);
        long damage = damaged;
        long strange = foreign;
        CoderResult result = decoder.decode(bytes, text, false);
        while (result.isError()) {
            if (result.length() == BYTES_OF_DAMAGED) {
                damage++;
            } else {
                strange++;
            }
            bytes.position(bytes.position() + result.length());
            result = decoder.decode(bytes, text, false);
        }
        long beyond =
                text.flip().chars().filter(character -> character >= ASCII).count();
        return new Utf8Evidence(characters + beyond, damage, strange);
    }

    /// How to read the file.
    Encoding encoding() {
        if (foreign == 0 && damaged == 0) {
            return Encoding.UTF_8_CUT;
        }
        return foreign < Math.max(characters, 1) ? Encoding.UTF_8_DAMAGED : Encoding.WINDOWS_1252;
    }
}
