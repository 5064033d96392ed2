package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.TrackId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files with something wrong: as little as possible is lost, and what is lost is told.
class DamagedFileTest {

    private static final String CUT_OFF = "cut off: the file ends in the middle of this row";
    private static final String ROW_A = Csv.p25(Csv.ID_A, Map.of("Artist Name(s)", "Ada"));
    private static final String ROW_B = Csv.p25(Csv.ID_B, Map.of("Artist Name(s)", "Ben"));

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"\"open,and never closed", "\"closed\" too early", "x,\"open\nagain\"x"})
    void aBrokenRowCostsNoOther(String broken) {
        CsvFile file = Csv.fileOf(directory, Csv.P25 + ROW_A + broken + "\n" + ROW_B);

        assertThat(file.bad()).extracting(BadRow::line).contains(3L);
        assertThat(file.kept()).isEqualTo(2);
        assertThat(file.truncated()).isFalse();
        assertThat(file.rows()).isEqualTo(2 + file.bad().size());
    }

    @Test
    void aBrokenFirstRowCostsNoOther() {
        CsvFile file = Csv.fileOf(directory, Csv.P25 + "\n\n\"open\n" + ROW_A + ROW_B);

        assertThat(file.bad()).containsExactly(new BadRow(4, "a quote is opened and never closed"));
        assertThat(file.kept()).isEqualTo(2);
    }

    @Test
    void linesAreCountedThroughEmptyLinesAndLineBreaksInCells() {
        String twoLines = Csv.p25(Csv.ID_A, Map.of())
                .replace("Song", "\"Two 😀\r\nlines\"")
                .replace(" " + Csv.ID_A, "");

        CsvFile file = Csv.fileOf(directory, Csv.P25 + "\r\n" + twoLines + "\n\nnonsense\n\"x\"y\nmore nonsense\n");

        assertThat(file.bad()).extracting(BadRow::line).containsExactly(7L, 8L, 9L);
        assertThat(file.kept()).isEqualTo(1);
    }

    @Test
    void aCellOfManyMegabytesIsOneBadRow() {
        String endless = "\"" + "x".repeat(5_000_000) + "\n";

        CsvFile file = Csv.fileOf(directory, Csv.P25 + ROW_A + endless + ROW_B);

        assertThat(file.bad()).containsExactly(new BadRow(3, "longer than 1048576 characters"));
        assertThat(file.kept()).isEqualTo(2);
    }

    @Test
    void aFileThatEndsInsideAQuotedCellIsTruncated() {
        CsvFile file = Csv.fileOf(directory, Csv.P25 + ROW_A + "spotify:track:" + Csv.ID_B + ",\"Half a ti");

        assertThat(file.truncated()).isTrue();
        assertThat(file.bad()).containsExactly(new BadRow(3, CUT_OFF));
        assertThat(file.kept()).isEqualTo(1);
    }

    @Test
    void aFileThatEndsInsideAnIdIsTruncated() {
        CsvFile file = Csv.fileOf(directory, Csv.P25 + ROW_A + "spotify:track:BBBB");

        assertThat(file.truncated()).isTrue();
        assertThat(file.bad()).containsExactly(new BadRow(3, CUT_OFF));
    }

    @Test
    void aFileThatEndsAfterAWholeIdIsTruncated() {
        CsvFile file = Csv.fileOf(directory, Csv.P25 + ROW_A + "spotify:track:" + Csv.ID_B);

        assertThat(file.truncated()).isTrue();
        assertThat(file.bad()).containsExactly(new BadRow(3, CUT_OFF));
        assertThat(file.rows()).isEqualTo(2);
    }

    @Test
    void aCutOffRowWithIdAndTitleIsKept() {
        CsvFile file = Csv.fileOf(directory, Csv.P25 + ROW_A + "spotify:track:" + Csv.ID_B + ",\"Title\",\"Al\"");

        assertThat(file.truncated()).isTrue();
        assertThat(file.bad()).isEmpty();
        assertThat(file.kept()).isEqualTo(2);
    }

    @Test
    void aWholeLastRowWithoutALineBreakIsNotCutOff() {
        CsvFile file = Csv.fileOf(directory, Csv.P25 + ROW_A + ROW_B.strip());

        assertThat(file.truncated()).isFalse();
        assertThat(file.kept()).isEqualTo(2);
    }

    /// As a program on Windows writes that writes CR LF itself, and has each LF made CR LF once more.
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE"})
    void linesThatEndInTwoReturnsAreCountedOnce(String encoding) {
        String text = Csv.P25 + ROW_A + "nonsense\n" + ROW_B + "\n\"x\"y\n";
        Csv.write(directory, "list.csv", text.replace("\n", "\r\r\n").getBytes(Charset.forName(encoding)));

        CsvFile file = Backup.at(directory).read().files().getFirst();

        assertThat(file.bad()).extracting(BadRow::line).containsExactly(3L, 6L);
        assertThat(file.kept()).isEqualTo(2);
        assertThat(file.rows()).isEqualTo(4);
    }

    @Test
    void linesThatEndInTwoReturnsAreCountedOnceInJson() {
        String text = "[\n{\"song_id\":\"" + Csv.ID_A + "\",\n\"name\":\"Song\"},\n{\"na";
        Csv.write(directory, "songs.json", text.replace("\n", "\r\r\n"));

        CsvFile file = Backup.at(directory).read().files().getFirst();

        assertThat(file.warnings()).containsExactly("the JSON breaks off in line 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " \r\n\t\n"})
    void blankLinesMayComeFirst(String blank) {
        Csv.write(directory, "songs.json", blank + "[{\"song_id\":\"" + Csv.ID_A + "\",\"name\":\"Song\"}]");
        Csv.write(
                directory,
                "playlists.txt",
                blank + "Playlists: \n\nMix\nSong\tA\tX\tspotify:track:" + Csv.ID_A + "\t2020\n");
        Csv.write(directory, "list.csv", blank + (Csv.P25 + ROW_A + "nonsense\n").replace(',', ';'));

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.files()).extracting(CsvFile::kept).containsExactly(1, 1, 1);
        assertThat(library.playlistNames()).contains("Mix", "list");
        assertThat(library.files().getFirst().bad())
                .extracting(BadRow::line)
                .containsExactly(3L + blank.lines().count());
    }

    @Test
    void aZeroByteInACellCostsNothingElse() {
        CsvLibrary library =
                Csv.read(directory, Csv.P25 + Csv.p25(Csv.ID_A, Map.of("Track Name", "Night\0 Bus")) + ROW_B);

        assertThat(library.files().getFirst().kept()).isEqualTo(2);
        assertThat(library.find(TrackId.spotify(Csv.ID_A)).orElseThrow().track().title())
                .contains("Night Bus");
    }

    /// As whoever may read everything, as administrators do, there is no such directory.
    @Test
    void aDirectoryWithoutPermissionIsTold() throws IOException {
        Csv.write(directory, "list.csv", Csv.P25 + ROW_A);
        Path locked = Files.createDirectory(directory.resolve("locked"));
        Csv.write(locked, "other.csv", Csv.P25 + ROW_B);
        Assumptions.assumeThat(locked.toFile().setReadable(false) && !Files.isReadable(locked))
                .isTrue();

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.files())
                .filteredOn(file -> file.file().equals("locked"))
                .singleElement()
                .satisfies(file -> assertThat(file.unreadable()).contains("no permission to read it"));
        assertThat(locked.toFile().setReadable(true)).isTrue();
    }

    @Test
    void labelsMayHaveBlanksAndCapitalsAndTheFirstOfTwoEqualCounts() {
        String header = Csv.P25.strip().replace("Track Name", "\t TRACK NAME ") + ",Explicit\n";

        CsvLibrary library = Csv.read(
                directory,
                header + Csv.p25(Csv.ID_A, Map.of("Explicit", "true")).strip() + ",false\n");

        assertThat(library.find(TrackId.spotify(Csv.ID_A)).orElseThrow().track().explicit())
                .contains(true);
    }

    @Test
    void anEmptyFileSaysSo() {
        assertUnreadable("", "empty file");
    }

    @Test
    void bytesThatAreNoTextSaySo() {
        assertUnreadable("PK\u0003\u0004 \u0000x", "not text: byte 0x00 at offset 5");
    }

    @Test
    void anUnknownHeaderIsQuoted() {
        assertUnreadable("foo,bar\n1,2\n", "no known header: \"foo,bar\"");
    }

    @Test
    void aHeaderAloneIsAnEmptyPlaylist() {
        CsvLibrary library = Csv.read(directory, Csv.P25);

        assertThat(library.files().getFirst().unreadable()).isEmpty();
        assertThat(library.files().getFirst().rows()).isZero();
        assertThat(library.playlists()).containsExactly(new CsvPlaylist("list", java.util.List.of()));
    }

    @Test
    void aFileOfBadRowsOnlyIsGivenUp() {
        assertThat(Csv.fileOf(directory, Csv.P25 + "nonsense\n".repeat(20_000)).unreadable())
                .contains("more than 10000 bad rows; the first is line 2: not a Spotify track: \"nonsense\"");
    }

    private void assertUnreadable(String text, String why) {
        CsvLibrary library = Csv.read(directory, text);

        assertThat(library.files().getFirst().unreadable()).isEqualTo(Optional.of(why));
        assertThat(library.size()).isZero();
        assertThat(library.playlists()).isEmpty();
    }
}
