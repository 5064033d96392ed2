package dev.segue.library.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/// Characters that can be read again from the start of the row before: what lets a reading go on after a broken row
/// without the whole file in memory. Not thread-safe.
final class ReplayReader extends Reader {

    /// Most characters that two rows in sequence may have.
    static final int LIMIT = 1 << 20;

    private static final int LONGEST_BLANK = 1 << 10;

    /// A row is longer than any row of an export.
    static final class RowTooLongException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final Reader in;
    private char[] kept = new char[1 << 15];
    private int length;
    private int next;
    private long keptFrom;
    private long needed;
    private int last = -1;

    ReplayReader(Reader in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        if (next == length && !fill()) {
            return -1;
        }
        int given = Math.min(count, length - next);
        System.arraycopy(kept, next, target, offset, given);
        next += given;
        return given;
    }

    private boolean fill() throws IOException {
        int unneeded = (int) (needed - keptFrom);
        System.arraycopy(kept, unneeded, kept, 0, length - unneeded);
        keptFrom = needed;
        length -= unneeded;
        next = length;
        if (length > LIMIT) {
            throw new RowTooLongException();
        }
        if (length > kept.length / 2) {
            kept = Arrays.copyOf(kept, kept.length * 2);
        }
        int read = in.read(kept, length, kept.length - length);
        if (read > 0) {
            length += read;
            last = kept[length - 1];
        }
        return read > 0;
    }

    /// How many characters lie before the next one.
    long position() {
        return keptFrom + next;
    }

    /// From now on nothing before `position` is read again.
    void forgetBefore(long position) {
        needed = position;
    }

    /// Goes back to `position`, which must not be forgotten.
    void rewind(long position) {
        next = (int) (position - keptFrom);
    }

    /// Passes over the rest of a line, however long.
    void skipLine() throws IOException {
        int character = readKept();
        while (character != '\n' && character != '\r' && character >= 0) {
            character = readKept();
        }
        if (character == '\r' && peek() == '\n') {
            readKept();
        }
    }

    /// Passes over empty lines and tells how many.
    int skipEmptyLines() throws IOException {
        int lines = 0;
        while (peek() == '\n' || peek() == '\r') {
            skipLine();
            lines++;
        }
        return lines;
    }

    /// Passes over lines that are empty but for blanks and tells how many.
    int skipBlankLines() throws IOException {
        int lines = 0;
        while (peek() >= 0 && isBlank(peekLine(LONGEST_BLANK))) {
            skipLine();
            lines++;
        }
        return lines;
    }

    private static boolean isBlank(String line) {
        return line.length() < LONGEST_BLANK && line.isBlank();
    }

    /// How many empty lines there are from `position` on, which must not be forgotten, to what was read already.
    int emptyLinesFrom(long position) {
        return emptyLines(kept, (int) (position - keptFrom), next);
    }

    /// How many empty lines `text` has from `start` on, as far as `end`.
    static int emptyLines(char[] text, int start, int end) {
        int lines = 0;
        for (int at = start; at < end && (text[at] == '\n' || text[at] == '\r'); at++) {
            boolean secondHalf = text[at] == '\n' && at > start && text[at - 1] == '\r';
            lines += secondHalf ? 0 : 1;
        }
        return lines;
    }

    /// What is left. This one must not be read any more.
    Blocks rest(int block) {
        return new Blocks(Arrays.copyOfRange(kept, next, length), in, block);
    }

    /// The next character, or -1 at the end.
    int peek() throws IOException {
        return next < length || fill() ? kept[next] : -1;
    }

    /// The line that starts here, or as much of it as `most` characters; the next reading starts with it again.
    String peekLine(int most) throws IOException {
        long start = position();
        StringBuilder line = new StringBuilder();
        int character = peek();
        while (line.length() < most && character >= 0 && character != '\n' && character != '\r') {
            line.append((char) character);
            next++;
            character = peek();
        }
        rewind(start);
        return line.toString();
    }

    private int readKept() throws IOException {
        int character = peek();
        if (character >= 0) {
            next++;
            needed = Math.max(needed, position() - 1);
        }
        return character;
    }

    /// Whether the text, which must have been read to its end, ends in a line break.
    boolean endsInLineBreak() {
        return last == '\n' || last == '\r';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
