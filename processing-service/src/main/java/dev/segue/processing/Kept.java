package dev.segue.processing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The first and the last of what a program says, however much that is.
final class Kept {

    private static final int EACH = 32 * 1024;

    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private byte[] last = new byte[0];

    void readAll(InputStream stream, Lines lines) throws IOException {
        byte[] chunk = new byte[EACH];
        for (int length = stream.read(chunk); length >= 0; length = stream.read(chunk)) {
            add(chunk, length);
            lines.add(chunk, length);
        }
        lines.end();
    }

    private synchronized void add(byte[] chunk, int length) {
        int begins = Math.min(length, EACH - first.size());
        first.write(chunk, 0, begins);
        int left = length - begins;
        if (left > 0) {
            int stay = Math.min(last.length, EACH - left);
            byte[] next = new byte[stay + left];
            System.arraycopy(last, last.length - stay, next, 0, stay);
            System.arraycopy(chunk, begins, next, stay, left);
            last = next;
        }
    }

    synchronized String text() {
        String begin = first.toString(StandardCharsets.UTF_8);
        return last.length == 0 ? begin : begin + '\n' + new String(last, StandardCharsets.UTF_8);
    }
}
