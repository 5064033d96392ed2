package dev.segue.library.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/// The lines of a text, however they end: LF, CR LF, or CR CR LF as a program on Windows may write that writes CR LF
/// itself. Not thread-safe.
final class Lines implements Closeable {

    private final BufferedReader in;
    private long number;
    private boolean tooLong;
    private boolean ended;
    private int ahead = NOTHING;

    private static final int NOTHING = -2;

    Lines(Reader text) {
        this.in = new BufferedReader(text);
    }

    /// The next line; empty at the end.
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        tooLong = false;
        int character = read();
        if (character < 0) {
            return Optional.empty();
        }
        while (character >= 0 && character != '\n' && character != '\r') {
            if (line.length() < ReplayReader.LIMIT) {
                line.append((char) character);
            } else {
                tooLong = true;
            }
            character = read();
        }
        ended = character >= 0;
        skipBreak(character);
        number++;
        return Optional.of(line.toString());
    }

    private void skipBreak(int first) throws IOException {
        int character = first;
        while (character == '\r') {
            character = read();
        }
        if (first == '\r' && character != '\n') {
            ahead = character;
        }
    }

    private int read() throws IOException {
        int character = ahead == NOTHING ? in.read() : ahead;
        ahead = NOTHING;
        return character;
    }

    /// Of the line that was read last, 1 for the first.
    long number() {
        return number;
    }

    /// Whether the line that was read last is longer than any line of an export; its end is left out.
    boolean isTooLong() {
        return tooLong;
    }

    /// Whether the line that was read last is whole.
    boolean endedInLineBreak() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
