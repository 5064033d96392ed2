package dev.segue.library.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Small CSV files for tests, in the forms of the real exporters. A row is made of the cells that matter.
final class Csv {

    /// When the files were last written: before anything in them was added, so that `Added At` decides.
    static final Instant WRITTEN = Instant.parse("2015-01-01T00:00:00Z");

    static final String P25 = """
            Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Popularity,Explicit,Added By,\
            Added At,Genres,Record Label,Danceability,Energy,Key,Loudness,Mode,Speechiness,Acousticness,\
            Instrumentalness,Liveness,Valence,Tempo,Time Signature
            """;
    static final String W22 = """
            "Track URI","Track Name","Artist URI(s)","Artist Name(s)","Album URI","Album Name","Album Artist URI(s)",\
            "Album Artist Name(s)","Album Release Date","Album Image URL","Disc Number","Track Number",\
            "Track Duration (ms)","Track Preview URL","Explicit","Popularity","ISRC","Added By","Added At"
            """;

    static final String ID_A = "AAAAAAAAAAAAAAAAAAAAAA";
    static final String ID_B = "BBBBBBBBBBBBBBBBBBBBBB";
    static final String ID_C = "CCCCCCCCCCCCCCCCCCCCCC";

    private Csv() {}

    /// A row under [#P25] whose other cells are usual.
    static String p25(String id, Map<String, String> cells) {
        return row(P25, ",\"", Map.of("Track URI", "spotify:track:" + id, "Track Name", "Song " + id), cells);
    }

    /// A row under [#W22] whose other cells are usual.
    static String w22(String id, Map<String, String> cells) {
        return row(W22, ",\"", Map.of("Track URI", "spotify:track:" + id, "Track Name", "Song " + id), cells);
    }

    /// A row under any header: `cells` by label, `usual` where it says nothing, the rest empty.
    private static String row(String header, String special, Map<String, String> usual, Map<String, String> cells) {
        return Arrays.stream(header.strip().split(","))
                .map(label -> label.replace("\"", ""))
                .map(label -> cells.getOrDefault(label, usual.getOrDefault(label, "")))
                .map(cell -> cell.chars().anyMatch(character -> special.indexOf(character) >= 0)
                        ? '"' + cell.replace("\"", "\"\"") + '"'
                        : cell)
                .collect(Collectors.joining(",", "", "\n"));
    }

    static Path write(Path directory, String file, String text) {
        return write(directory, file, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path directory, String file, byte[] bytes) {
        try {
            Path path = Files.write(directory.resolve(file), bytes);
            return Files.setLastModifiedTime(path, FileTime.from(WRITTEN));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// What becomes of a file `list.csv` with such a text.
    static CsvLibrary read(Path directory, String text) {
        write(directory, "list.csv", text);
        return Backup.at(directory).read();
    }

    static CsvFile fileOf(Path directory, String text) {
        return read(directory, text).files().getFirst();
    }
}
