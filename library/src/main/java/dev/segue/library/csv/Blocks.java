package dev.segue.library.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;

/// What is left of a text, in blocks of whole lines, so that several can be read at once. Each is drawn when somebody
/// asks for what comes after the one before. Not thread-safe; the blocks are immutable to all but it.
///
/// Of a line without end, no more is there than shows that it is one: whoever reads it has all of it in memory.
final class Blocks {

    /// Characters of a block: some hundreds of rows.
    static final int USUAL = 1 << 16;

    /// Characters of a line after which the rest makes no difference: a row that it is in is too long anyway.
    static final int ENDLESS = 2 * ReplayReader.LIMIT;

    /// Lines of the text.
    static final class Block {

        private final char[] text;
        private final int length;
        private Optional<Block> after = Optional.empty();
        private boolean followed;

        private Block(char[] text, int length) {
            this.text = text;
            this.length = length;
        }

        char[] text() {
            return text;
        }

        int length() {
            return length;
        }

        /// How many empty lines there are from `position` on.
        int emptyLinesFrom(long position) {
            return ReplayReader.emptyLines(text, (int) position, length);
        }

        /// Whether it ends in a line feed, and so perhaps where a row does. One that does not has no line feed at all,
        /// or is the end of the text.
        boolean isOfWholeLines() {
            return length > 0 && text[length - 1] == '\n';
        }
    }

    private final Reader in;
    private final int size;
    private char[] begun;
    private boolean ended;
    private char last;
    /// characters since the last line break of any kind, at the end of the last block
    private int unbroken;

    /// @param begun what comes before all that `in` gives
    /// @param size  most characters of a block
    Blocks(char[] begun, Reader in, int size) {
        this.begun = begun;
        this.in = in;
        this.size = size;
    }

    /// The first one; to be called once, before all else.
    Block first() throws IOException {
        return draw();
    }

    /// The one after `block`; empty at the end.
    Optional<Block> after(Block block) throws IOException {
        if (!block.followed) {
            block.followed = true;
            Block next = draw();
            block.after = next.length > 0 ? Optional.of(next) : Optional.empty();
        }
        return block.after;
    }

    /// Whether the text, which must have been read to its end, ends in a line break.
    boolean endInLineBreak() {
        return last == '\n' || last == '\r';
    }

    private Block draw() throws IOException {
        char[] text = Arrays.copyOf(begun, Math.max(size, begun.length));
        int length = begun.length;
        while (length < text.length && !ended) {
            int read = in.read(text, length, text.length - length);
            ended = read < 0;
            length += Math.max(0, read);
        }
        int end = lineEnd(text, length);
        begun = Arrays.copyOfRange(text, end, length);
        last = end > 0 ? text[end - 1] : last;
        unbroken = last == '\n' ? 0 : sinceBreak(text, end);
        if (unbroken > ENDLESS) {
            begun = fromNextBreak();
        }
        return new Block(text, end);
    }

    /// At the end of a block without a line feed.
    private int sinceBreak(char[] text, int length) {
        int start = length;
        while (start > 0 && text[start - 1] != '\r') {
            start--;
        }
        return start > 0 ? length - start : unbroken + length;
    }

    /// Passes over the rest of a line, and gives what was read beyond.
    private char[] fromNextBreak() throws IOException {
        char[] text = new char[USUAL];
        int length = 0;
        int at = 0;
        while (at == length && !ended) {
            int read = in.read(text);
            ended = read < 0;
            length = Math.max(0, read);
            at = 0;
            while (at < length && text[at] != '\n' && text[at] != '\r') {
                at++;
            }
        }
        return Arrays.copyOfRange(text, at, length);
    }

    /// Behind the last line feed, or all if there is none.
    private static int lineEnd(char[] text, int length) {
        for (int at = length; at > 0; at--) {
            if (text[at - 1] == '\n') {
                return at;
            }
        }
        return length;
    }

    /// The text from the beginning of `block` on.
    Reader from(Block block) {
        return new Following(block);
    }

    private final class Following extends Reader {

        private Block present;
        private int next;

        private Following(Block first) {
            this.present = first;
        }

        @Override
        public int read(char[] target, int offset, int count) throws IOException {
            while (next == present.length) {
                Optional<Block> after = after(present);
                if (after.isEmpty()) {
                    return -1;
                }
                present = after.get();
                next = 0;
            }
            int given = Math.min(count, present.length - next);
            System.arraycopy(present.text, next, target, offset, given);
            next += given;
            return given;
        }

        @Override
        public void close() {}
    }
}
