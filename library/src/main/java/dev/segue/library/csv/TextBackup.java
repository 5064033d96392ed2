package dev.segue.library.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads the text of spotify-backup: after `Playlists:` and an empty line the name of a playlist, a line with TABs for
/// each of its tracks, an empty line, and so on.
record TextBackup(Source source, Encoding encoding) {

    private static final int CELLS = 5;
    private static final String ALBUMS = "Liked Albums:";

    static boolean startsWith(String firstLine) {
        return firstLine.strip().equals("Playlists:");
    }

    ReadFile read() throws IOException {
        Header header =
                Header.of(Column.TITLE, Column.ARTISTS, Column.ALBUM, Column.ID, Column.RELEASE_DATE, Column.PLAYLIST);
        Gathering gathering = new Gathering(source, encoding, Format.B, header);
        try (Lines lines = new Lines(encoding.read(source))) {
            Optional<String> line = lines.next();
            while (line.isPresent() && !startsWith(line.get())) {
                line = lines.next();
            }
            read(lines, gathering);
        }
        return gathering.result();
    }

    private static void read(Lines lines, Gathering gathering) throws IOException {
        String playlist = "";
        boolean between = true;
        Optional<String> line = lines.next();
        while (line.isPresent()) {
            String text = line.get();
            if (lines.isTooLong()) {
                gathering.takeBroken(lines.number(), "longer than " + ReplayReader.LIMIT + " characters");
            } else if (text.isBlank()) {
                playlist = "";
                between = true;
            } else if (between && text.indexOf('\t') < 0) {
                playlist = text.strip();
                between = false;
                announce(playlist, gathering);
                if (!lines.endedInLineBreak()) {
                    gathering.truncate();
                }
            } else {
                between = false;
                take(text, playlist, lines, gathering);
            }
            line = lines.next();
        }
    }

    private static void announce(String playlist, Gathering gathering) throws IOException {
        if (!playlist.equals(ALBUMS)) {
            gathering.takeList(playlist);
        }
    }

    private static void take(String text, String playlist, Lines lines, Gathering gathering) throws IOException {
        String[] parts = text.split("\t", -1);
        int more = parts.length - CELLS;
        if (more >= 0) {
            List<String> cells = new ArrayList<>();
            cells.add(String.join("\t", Arrays.copyOf(parts, more + 1)));
            cells.addAll(Arrays.asList(parts).subList(more + 1, parts.length));
            cells.add(playlist);
            gathering.take(cells, lines::number);
        } else if (lines.endedInLineBreak()) {
            gathering.takeBroken(lines.number(), parts.length + " cells where there should be " + CELLS);
        } else {
            gathering.takeBroken(lines.number(), Gathering.CUT_OFF);
            gathering.truncate();
        }
    }
}
