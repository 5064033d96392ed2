package dev.segue.library.csv;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one file, whatever is in it.
///
/// @param block    most characters that are read at once by one thread
/// @param patience most characters that are read in vain
record FileReading(Source source, int block, long patience) {

    private static final int BYTES_LOOKED_AT = 8192;
    private static final int MOST_HEADER_QUOTED = 80;
    /// how a spreadsheet says which delimiter it has
    private static final Pattern DELIMITER_LINE = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

    /// The file as a whole is not what it is taken for.
    private static final class NotReadableException extends IOException {
        private static final long serialVersionUID = 1;

        NotReadableException(String message) {
            super(message);
        }
    }

    FileReading(Source source) {
        this(source, Blocks.USUAL);
    }

    FileReading(Source source, int block) {
        this(source, block, Rows.PATIENCE);
    }

    /// Never fails: what cannot be read says why. Empty if the file is none of ours and need not be.
    Optional<ReadFile> read() {
        try {
            Encoding encoding = Encoding.markedBy(start()).asLongAs(source);
            try {
                return Optional.of(read(encoding));
            } catch (CharacterCodingException notUtf8) {
                return Optional.of(read(Utf8Evidence.of(source).encoding()));
            }
        } catch (AccessDeniedException denied) {
            return Optional.of(ReadFile.unreadable(source, "no permission to read it"));
        } catch (NoSuchFileException | FileNotFoundException gone) {
            return Optional.of(ReadFile.unreadable(source, "it is no longer there"));
        } catch (Foreign.ForeignException | NotReadableException unknown) {
            return Foreign.isLikely(source.file())
                    ? Optional.empty()
                    : Optional.of(ReadFile.unreadable(source, String.valueOf(unknown.getMessage())));
        } catch (IOException unreadable) {
            return Optional.of(ReadFile.unreadable(source, String.valueOf(unreadable.getMessage())));
        }
    }

    private byte[] start() throws IOException {
        try (InputStream in = source.bytes().open()) {
            byte[] start = in.readNBytes(BYTES_LOOKED_AT);
            boolean wide = Encoding.markedBy(start) != Encoding.UTF_8;
            // the header tells a text; further down a zero byte is one cell's damage
            for (int at = 0; at < start.length && start[at] != '\n' && !wide; at++) {
                if (start[at] == 0) {
                    throw new NotReadableException("not text: byte 0x00 at offset " + at);
                }
            }
            return start;
        }
    }

    private ReadFile read(Encoding encoding) throws IOException {
        try (ReplayReader text = new ReplayReader(encoding.read(source))) {
            int before = text.skipBlankLines();
            String firstLine = text.peekLine(MOST_HEADER_QUOTED * MOST_HEADER_QUOTED);
            if (TextBackup.startsWith(firstLine)) {
                return new TextBackup(source, encoding).read();
            }
            if (JsonLibrary.startsWith(firstLine)) {
                return new JsonLibrary(source, encoding).read();
            }
            return rows(text, before, firstLine, encoding);
        }
    }

    /// @param before how many lines were passed over
    private ReadFile rows(ReplayReader text, int before, String firstLine, Encoding encoding) throws IOException {
        Matcher delimiterLine = DELIMITER_LINE.matcher(firstLine);
        boolean said = delimiterLine.matches();
        if (said) {
            text.skipLine();
        }
        char delimiter = said ? delimiterLine.group(1).charAt(0) : delimiterOf(firstLine);
        Rows rows = new Rows(text, Rows.Grammar.delimitedBy(delimiter), before + (said ? 1 : 0), patience);
        List<String> first = switch (rows.next().orElseThrow(() -> new NotReadableException("empty file"))) {
            case Rows.Row.Read read -> read.cells();
            case Rows.Row.Broken _ -> throw unknown(firstLine);
        };
        Header header = Header.of(first);
        Format format = Format.of(header).filter(this::isExpected).orElseThrow(() -> unknown(firstLine));
        if (format.is(Format.Trait.LOOSE_QUOTES)) {
            rows.repairBy(new LooseRow(header.size(), delimiter, format.is(Format.Trait.ALL_QUOTED)));
        }
        Gathering gathering = new Gathering(source, encoding, format, header);
        if (format == Format.GENERIC) {
            gathering.warn("no known exporter: its columns are taken for what they are called");
        }
        return new RowsReading(rows, text, header, gathering).read(block);
    }

    /// Notes may begin like a table, too: where rows are not expected, only those of a known exporter count.
    private boolean isExpected(Format format) {
        return format != Format.GENERIC || Foreign.mayBeRows(source.file());
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
}
