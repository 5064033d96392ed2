package dev.segue.library.csv;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one file, whatever is in it.
record FileReading(Source source, SharedValues shared) {

    private static final int BYTES_LOOKED_AT = 8192;
    private static final int MOST_HEADER_QUOTED = 80;

    /// The file as a whole is not what it is taken for.
    private static final class NotReadableException extends IOException {
        private static final long serialVersionUID = 1;

        NotReadableException(String message) {
            super(message);
        }
    }

    /// Never fails: what cannot be read says why.
    ReadFile read() {
        try {
            Encoding encoding = Encoding.markedBy(start());
            try {
                return read(encoding);
            } catch (CharacterCodingException notUtf8) {
                return read(Encoding.insteadOfUtf8(source));
            }
        } catch (AccessDeniedException denied) {
            return unreadable("no permission to read it");
        } catch (NoSuchFileException | FileNotFoundException gone) {
            return unreadable("it is no longer there");
        } catch (IOException unreadable) {
            return unreadable(String.valueOf(unreadable.getMessage()));
        }
    }

    private byte[] start() throws IOException {
        try (InputStream in = source.bytes().open()) {
            byte[] start = in.readNBytes(BYTES_LOOKED_AT);
            boolean wide = Encoding.markedBy(start) != Encoding.UTF_8;
            for (int at = 0; at < start.length && !wide; at++) {
                if (start[at] == 0) {
                    throw new NotReadableException("not text: byte 0x00 at offset " + at);
                }
            }
            return start;
        }
    }

    private ReadFile read(Encoding encoding) throws IOException {
        try (ReplayReader text = new ReplayReader(encoding.read(source))) {
            String firstLine = text.peekLine(MOST_HEADER_QUOTED * MOST_HEADER_QUOTED);
            Rows rows = new Rows(text, delimiterOf(firstLine));
            Header header = switch (rows.next().orElseThrow(() -> new NotReadableException("empty file"))) {
                case Rows.Row.Read first -> Header.of(first.cells());
                case Rows.Row.Broken _ -> throw unknown(firstLine);
            };
            Format format = Format.of(header).orElseThrow(() -> unknown(firstLine));
            return new RowsReading(source, encoding, format, header, shared).read(rows, text);
        }
    }

    private static NotReadableException unknown(String firstLine) {
        String start =
                firstLine.length() > MOST_HEADER_QUOTED ? firstLine.substring(0, MOST_HEADER_QUOTED) + "…" : firstLine;
        return new NotReadableException("no known header: \"" + start.replaceAll("\\p{Cntrl}", "�") + '"');
    }

    /// Exporters write commas; a spreadsheet may have made semicolons or tabs of them.
    private static char delimiterOf(String firstLine) {
        long commas = count(firstLine, ',');
        long semicolons = count(firstLine, ';');
        long tabs = count(firstLine, '\t');
        if (semicolons > commas && semicolons >= tabs) {
            return ';';
        }
        return tabs > commas ? '\t' : ',';
    }

    private static long count(String line, char delimiter) {
        boolean quoted = false;
        long count = 0;
        for (int at = 0; at < line.length(); at++) {
            quoted ^= line.charAt(at) == '"';
            count += !quoted && line.charAt(at) == delimiter ? 1 : 0;
        }
        return count;
    }

    private ReadFile unreadable(String why) {
        CsvFile file = new CsvFile(
                source.file(), "?", "?", "", Optional.empty(), 0, 0, Map.of(), List.of(), Optional.of(why), false);
        return new ReadFile(file, source.modified(), List.of());
    }
}
