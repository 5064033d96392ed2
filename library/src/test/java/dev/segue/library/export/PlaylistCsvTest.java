package dev.segue.library.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.AudioFeatures;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvFile;
import dev.segue.library.csv.CsvLibrary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistCsvTest {

    private static final TrackId NIGHT_BUS = TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC");

    @TempDir
    Path directory;

    @Test
    void aTrackIsWrittenAsExportifyDoes() throws IOException {
        assertThat(csv(track(NIGHT_BUS, "A \"Song\"", "Tyler, The Creator", "Ada")))
                .isEqualTo("""
                        Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Popularity,Explicit,\
                        Added By,Added At,Genres,Record Label,Danceability,Energy,Key,Loudness,Mode,Speechiness,\
                        Acousticness,Instrumentalness,Liveness,Valence,Tempo,Time Signature,ISRC
                        spotify:track:4uLU6hMCjMI75M1A2tKUQC,"A ""Song""\","An Album","Tyler, The Creator;Ada",2022-07,\
                        220386,70,true,,2025-11-26T15:44:37Z,"hip hop,rap","Columbia",0.599,0.646,6,-6.326,1,0.337,0.222,\
                        0.00000436,0.128,0.638,176.153,4,USSM12200001
                        """);
    }

    @Test
    void aTrackOfWhichOnlyTheIdIsKnownHasEmptyCells() throws IOException {
        String row = csv(Track.unknown(NIGHT_BUS)).lines().toList().getLast();

        assertThat(row).isEqualTo("spotify:track:4uLU6hMCjMI75M1A2tKUQC,\"\",\"\",\"\",,,,,,,\"\",\"\",,,,,,,,,,,,,");
        assertThat(read(Track.unknown(NIGHT_BUS))).containsExactly(Track.unknown(NIGHT_BUS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.org\";\"x\")",
                "+44",
                "-",
                "@home",
                "\t=1+1",
                "\r@SUM(A1)",
                "'=1",
                "''-1",
                "＝1+1",
                "'",
                "'Round Midnight",
                "undefined",
                "two\nlines, \"quoted\"; \\ and more",
                "😀 夜"
            })
    void textThatASpreadsheetMightRunIsHarmlessAndComesBack(String text) throws IOException {
        Track track = track(NIGHT_BUS, text, text, "Ada; Bob", "back\\slash", "@x");

        for (String cell : cells(csv(track)).getLast().toList()) {
            assertThat(cell).matches("(?s)(?![=+@\t\r＝＋－＠])(-\\d+(\\.\\d+)?|(?!-).*)");
        }
        assertThat(read(track))
                .containsExactly(track(NIGHT_BUS, text.strip(), text.strip(), "Ada; Bob", "back\\slash", "@x"));
    }

    @Test
    void whereASemicolonATabOrALineBreakBeginsACellNoneIsAFormula() throws IOException {
        Track track = track(NIGHT_BUS, "a;=HYPERLINK(\"x\")", "a\t+1\n@b; \"-1", "Ada; Bob", "=1", "'+2", "a;=b");

        assertThat(Pattern.compile("[;\t\n]").splitAsStream(csv(track)))
                .noneMatch(cell -> cell.matches("[\" ]*[=+@-].*"));
        assertThat(read(track)).containsExactly(track);
    }

    @Test
    void aFileOnSomebodysDiskKeepsItsUriWhereThatCanBeTold() throws IOException {
        String uri = "spotify:local:%D0%92.+%D0%A1:Rare+Jazz:%D0%9F%26:210";
        Track told = local(TrackId.local(uri), "П&", "В. С", "Rare Jazz");
        Track untold = local(TrackId.local("spotify:local:::other:1"), "Title", "Artist", "Album");

        assertThat(csv(told)).contains("\n" + uri + ",");
        assertThat(csv(untold)).contains("\n" + untold.id() + ",");
        assertThat(read(told, untold)).containsExactly(told, untold);
    }

    @Test
    void numbersStayNumbersWithoutExponent() throws IOException {
        CSVRecord row = cells(csv(track(NIGHT_BUS, "-1", "A"))).getLast();

        assertThat(row.get(15)).isEqualTo("-6.326");
        assertThat(row.get(19)).isEqualTo("0.00000436");
    }

    @Test
    void aTrackThatStandsTwiceIsWrittenTwice() throws IOException {
        Track track = track(NIGHT_BUS, "A", "B");

        Files.writeString(directory.resolve("List.csv"), csv(track, track));

        assertThat(Backup.at(directory).read().playlists().getFirst().tracks()).containsExactly(NIGHT_BUS, NIGHT_BUS);
    }

    @Test
    void theFileIsReadAsThatFormWithoutComplaint() throws IOException {
        Files.writeString(
                directory.resolve("list.csv"), PlaylistCsv.BYTE_ORDER_MARK + csv(track(NIGHT_BUS, "A", "Earth, Wind")));

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.files().getFirst()).returns("P25", CsvFile::format).returns(List.of(), CsvFile::bad);
        assertThat(library.find(NIGHT_BUS).orElseThrow().track().artists()).containsExactly("Earth, Wind");
    }

    @Test
    void anArchiveHasOneFileAPlaylistUnderSafeNames() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Archive archive = new Archive(bytes)) {
            for (String name : List.of("../../etc/passwd", "A B", "a b", "", ".hidden", "夜 🍸")) {
                archive.add(name, Instant.parse("2026-01-01T10:00:00Z"), List.of(track(NIGHT_BUS, "A", "B")));
            }
        }
        var names = new java.util.ArrayList<String>();
        try (var zip = new ZipInputStream(new java.io.ByteArrayInputStream(bytes.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo("2026-01-01T10:00:00Z");
            }
        }
        assertThat(names)
                .containsExactly("etcpasswd.csv", "A_B.csv", "a_b_.csv", "playlist.csv", "hidden.csv", "夜_🍸.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"夜", "🍸", "ä", "a"})
    void aLongNameFitsOnEveryDiskAndIsFoundAgain(String letter) throws IOException {
        String name = letter.repeat(300);
        Files.writeString(directory.resolve(ExportName.of(name).file()), csv(track(NIGHT_BUS, "A", "B")));

        CsvLibrary library = Backup.at(directory).read();

        assertThat(ExportName.of(name).file().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(200, 204);
        assertThat(library.playlist(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {".hidden", "..a: b", "tab\tand\nline", "AC/DC", "Cafe\u0301"})
    void aPlaylistIsFoundByItsNameInItsOwnExport(String name) throws IOException {
        Files.writeString(directory.resolve(ExportName.of(name).file()), csv(track(NIGHT_BUS, "A", "B")));

        assertThat(Backup.at(directory).read().playlist(name)).isPresent();
    }

    @Test
    void aNameOfNothingButDotsIsNotThePlaylistOfThatName() throws IOException {
        Files.writeString(directory.resolve("playlist.csv"), csv(track(NIGHT_BUS, "A", "B")));

        assertThat(Backup.at(directory).read().playlist("...")).isEmpty();
    }

    @Test
    void theNameOfADownloadIsEncoded() {
        assertThat(ExportName.disposition("夜\";x.csv"))
                .isEqualTo("attachment; filename=\"___x.csv\"; filename*=UTF-8''%E5%A4%9C%22%3Bx.csv");
    }

    private List<Track> read(Track... tracks) throws IOException {
        Files.writeString(directory.resolve("List.csv"), csv(tracks));
        return Backup.at(directory).read().entries().stream()
                .map(CsvEntry::track)
                .toList();
    }

    private static String csv(Track... tracks) throws IOException {
        var text = new StringBuilder();
        PlaylistCsv.write(List.of(tracks), text);
        return text.toString();
    }

    private static List<CSVRecord> cells(String csv) throws IOException {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(csv))) {
            return parser.getRecords();
        }
    }

    private static Track track(TrackId id, String title, String... artists) {
        return new Track(
                id,
                Optional.of(title),
                List.of(artists),
                Optional.of("An Album"),
                Optional.of(Duration.ofMillis(220_386)),
                ReleaseDate.parse("2022-07"),
                Optional.of("USSM12200001"),
                Optional.of(true),
                Optional.of(70),
                Optional.of("Columbia"),
                List.of("hip hop", "rap"),
                id.link(),
                Optional.of(Instant.parse("2025-11-26T15:44:37Z")),
                Optional.of(new AudioFeatures(
                        Optional.of(176.153),
                        Optional.of(6),
                        Optional.of(1),
                        Optional.of(0.646),
                        Optional.of(0.599),
                        Optional.of(0.638),
                        Optional.of(-6.326),
                        Optional.of(0.222),
                        Optional.of(0.00000436),
                        Optional.of(0.128),
                        Optional.of(0.337),
                        Optional.of(4))));
    }

    private static Track local(TrackId id, String title, String artist, String album) {
        return new Track(
                id,
                Optional.of(title),
                List.of(artist),
                Optional.of(album),
                Optional.of(Duration.ofSeconds(210)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
