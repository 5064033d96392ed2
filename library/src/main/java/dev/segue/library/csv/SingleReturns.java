package dev.segue.library.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Text in which several CR in sequence are one: lines that end in CR CR LF, as a program on Windows may write that
/// writes CR LF itself, end in CR LF. Not thread-safe.
final class SingleReturns extends FilterReader {

    private boolean afterReturn;

    SingleReturns(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        int kept = 0;
        int read = count;
        while (kept == 0 && read > 0) {
            read = super.read(target, offset, count);
            for (int at = offset; at < offset + read; at++) {
                char character = target[at];
                if (character != '\r' || !afterReturn) {
                    target[offset + kept++] = character;
                }
                afterReturn = character == '\r';
            }
        }
        return read < 0 ? -1 : kept;
    }

    /// Whether the first line of `start` ends in more than one CR.
    static boolean areNeededBy(String start) {
        int end = start.indexOf('\r');
        return end >= 0 && start.startsWith("\r\r\n", end) && start.lastIndexOf('\n', end) < 0;
    }
}
