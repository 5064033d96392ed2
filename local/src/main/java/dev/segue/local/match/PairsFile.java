package dev.segue.local.match;

import dev.segue.library.match.Matching;
import dev.segue.library.match.Recording;
import dev.segue.local.system.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A file of pairs of tracks, judged row by row. Immutable.
///
/// @param pairs    in the order of the file
/// @param bad      rows that could not be judged
/// @param labelled whether the file has a column `same`
public record PairsFile(List<JudgedPair> pairs, List<BadPair> bad, boolean labelled) {

    public PairsFile {
        pairs = List.copyOf(pairs);
        bad = List.copyOf(bad);
    }

    /// A row that could not be judged.
    ///
    /// @param line in the file, the header being 1
    public record BadPair(long line, String why) {}

    /// Reads and judges `file`.
    ///
    /// @throws Failure if there is no such file, or it has no pairs of titles
    public static PairsFile judge(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Failure(Files.exists(file) ? file + " is no file" : "there is no " + file);
        }
        try (var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            return read(file, text);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Failure(file + " cannot be read: " + firstLine(unreadable), unreadable);
        }
    }

    private static PairsFile read(Path file, BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        var format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get();
        try (CSVParser parser = format.parse(text)) {
            Iterator<CSVRecord> rows = parser.iterator();
            var columns = new PairColumns(rows.hasNext() ? rows.next().toList() : List.of());
            if (!columns.hasTitles()) {
                throw new Failure(file + " has no columns left_title and right_title");
            }
            return read(parser, rows, columns);
        }
    }

    private static PairsFile read(CSVParser parser, Iterator<CSVRecord> rows, PairColumns columns) {
        var pairs = new ArrayList<JudgedPair>();
        var bad = new ArrayList<BadPair>();
        long line = parser.getCurrentLineNumber() + 1;
        while (rows.hasNext()) {
            CSVRecord row = rows.next();
            try {
                pairs.add(pair(line, row, columns));
            } catch (IllegalArgumentException wrong) {
                bad.add(new BadPair(line, String.valueOf(wrong.getMessage())));
            }
            line = parser.getCurrentLineNumber() + 1;
        }
        return new PairsFile(pairs, bad, columns.isLabelled());
    }

    private static JudgedPair pair(long line, CSVRecord row, PairColumns columns) {
        if (row.size() != columns.count()) {
            throw new IllegalArgumentException(row.size() + " fields instead of " + columns.count());
        }
        Recording left = columns.left(row);
        Recording right = columns.right(row);
        if (isNothing(left) || isNothing(right)) {
            throw new IllegalArgumentException("neither a title, an id nor an ISRC on one side");
        }
        return new JudgedPair(line, left, right, Matching.judge(left, right), columns.same(row));
    }

    private static boolean isNothing(Recording side) {
        return side.title().isEmpty() && side.id().isEmpty() && side.isrc().isEmpty();
    }

    private static String firstLine(Exception unreadable) {
        return String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
    }
}
