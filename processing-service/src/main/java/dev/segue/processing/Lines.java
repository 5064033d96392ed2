package dev.segue.processing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Cuts what a program says into lines, which may also end with a carriage return, as those of progress do. Of a line
/// without an end the first part is kept. Used by one thread at a time.
final class Lines {

    private static final int LONGEST = 4096;

    private final Consumer<String> reader;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(Consumer<String> reader) {
        this.reader = reader;
    }

    void add(byte[] chunk, int length) {
        for (int at = 0; at < length; at++) {
            if (chunk[at] == '\n' || chunk[at] == '\r') {
                end();
            } else if (line.size() < LONGEST) {
                line.write(chunk[at]);
            }
        }
    }

    void end() {
        if (line.size() > 0) {
            reader.accept(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }
}
