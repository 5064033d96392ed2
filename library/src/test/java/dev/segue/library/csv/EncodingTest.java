package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.TrackId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the bytes of a file are characters, and that a file may end in the middle of one.
class EncodingTest {

    private static final String ROW_A = Csv.p25(Csv.ID_A, Map.of("Artist Name(s)", "Ada"));
    private static final String W22_ROW = Csv.w22(Csv.ID_A, Map.of("Added At", "2024-01-02T03:04:05Z"));

    @TempDir
    Path directory;

    @Test
    void aFileThatEndsInsideACharacterIsStillUtf8() {
        byte[] whole =
                (Csv.P25 + ROW_A + "spotify:track:" + Csv.ID_B + ",\"Crème brûlée 夜").getBytes(StandardCharsets.UTF_8);
        Csv.write(directory, "list.csv", Arrays.copyOf(whole, whole.length - 1));

        CsvFile file = Backup.at(directory).read().files().getFirst();

        assertThat(file.encoding()).isEqualTo("UTF-8");
        assertThat(file.truncated()).isTrue();
        assertThat(file.kept()).isEqualTo(1);
    }

    /// The last row looks whole, and there may have been more.
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void aUtf16FileThatEndsInsideItsLastLineBreakIsTruncated(String encoding) {
        byte[] whole = (Csv.W22 + W22_ROW).getBytes(Charset.forName(encoding));
        Csv.write(directory, "list.csv", Arrays.copyOf(whole, whole.length - 1));

        CsvFile file = Backup.at(directory).read().files().getFirst();

        assertThat(file.truncated()).isTrue();
        assertThat(file.encoding()).isEqualTo(encoding);
        assertThat(file.kept()).isEqualTo(1);
        assertThat(file.bad()).isEmpty();
        assertThat(file.exportedAt()).contains(Instant.parse("2024-01-02T03:04:05Z"));
    }

    @Test
    void aUtf16TextThatEndsInsideItsLastLineBreakIsTruncated() {
        String text = "\uFEFFPlaylists: \n\nMix\nSong\tA\tX\tspotify:track:" + Csv.ID_A + "\t2020\n";
        byte[] whole = text.getBytes(StandardCharsets.UTF_16LE);
        Csv.write(directory, "playlists.txt", Arrays.copyOf(whole, whole.length - 1));

        CsvFile file = Backup.at(directory).read().files().getFirst();

        assertThat(file.truncated()).isTrue();
        assertThat(file.kept()).isEqualTo(1);
    }

    /// The title is there, and so are the cells; only the character is not.
    @Test
    void aUtf8FileThatEndsInsideACharacterOfItsLastCellIsTruncated() {
        byte[] whole = (Csv.W22 + W22_ROW.strip() + "é").getBytes(StandardCharsets.UTF_8);
        Csv.write(directory, "list.csv", Arrays.copyOf(whole, whole.length - 1));

        CsvFile file = Backup.at(directory).read().files().getFirst();

        assertThat(file.truncated()).isTrue();
    }

    @Test
    void windows1252IsRecognised() {
        String text = Csv.P25 + Csv.p25(Csv.ID_A, Map.of("Track Name", "Déjà vu – “live”"));
        Csv.write(directory, "list.csv", text.getBytes(Charset.forName("windows-1252")));

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.files().getFirst().encoding()).isEqualTo("windows-1252");
        assertThat(library.find(TrackId.spotify(Csv.ID_A)).orElseThrow().track().title())
                .contains("Déjà vu – “live”");
    }

    /// Half of a pair of surrogates, as programs write that cut a title; an emoji without its last byte; a stray byte.
    @ParameterizedTest
    @ValueSource(strings = {"ED A0 BD", "ED B8 80", "F0 9F 98", "E9"})
    void oneCharacterThatIsNoneLeavesTheOthersAsTheyAre(String bytes) {
        byte[] damaged = HexFormat.ofDelimiter(" ").parseHex(bytes);
        String row = Csv.p25(Csv.ID_B, Map.of("Track Name", "Crème brûlée 夜"));
        byte[] text = withInserted(Csv.P25 + Csv.p25(Csv.ID_A, Map.of("Track Name", "Dé#")) + row, damaged);
        Csv.write(directory, "list.csv", text);

        CsvLibrary library = Backup.at(directory).read();

        CsvFile file = library.files().getFirst();
        assertThat(file.encoding()).isEqualTo("UTF-8");
        assertThat(file.truncated()).isFalse();
        assertThat(file.warnings())
                .containsExactly("not UTF-8 throughout: what is no character there is read as \uFFFD");
        assertThat(library.find(TrackId.spotify(Csv.ID_A)).orElseThrow().track().title())
                .hasValueSatisfying(title -> assertThat(title).matches("Dé\uFFFD+"));
        assertThat(library.find(TrackId.spotify(Csv.ID_B)).orElseThrow().track().title())
                .contains("Crème brûlée 夜");
    }

    @Test
    void aDamagedCharacterAmongLettersWithoutAccentsIsNoSignOfWindows1252() {
        byte[] damaged = HexFormat.of().parseHex("EDA0BD");
        byte[] text = withInserted(Csv.P25 + Csv.p25(Csv.ID_A, Map.of("Track Name", "Plain #")), damaged);
        Csv.write(directory, "list.csv", text);

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.files().getFirst().encoding()).isEqualTo("UTF-8");
        assertThat(library.find(TrackId.spotify(Csv.ID_A)).orElseThrow().track().title())
                .hasValueSatisfying(title -> assertThat(title).matches("Plain \uFFFD+"));
    }

    /// The bytes of `text` with `bytes` in the place of its `#`.
    private static byte[] withInserted(String text, byte[] bytes) {
        String[] parts = text.split("#", 2);
        var all = new ByteArrayOutputStream();
        all.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
        all.writeBytes(bytes);
        all.writeBytes(parts[1].getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"playlists.txt", "songs.json", "list.csv"})
    void windows1252IsWarnedOfInEveryKindOfFile(String file) {
        String text = switch (file) {
            case "playlists.txt" -> "Playlists: \n\nMix\nCafé\tAda\tX\tspotify:track:" + Csv.ID_A + "\t2020\n";
            case "songs.json" -> "[{\"song_id\":\"" + Csv.ID_A + "\",\"name\":\"Café\"}]";
            default -> Csv.P25 + Csv.p25(Csv.ID_A, Map.of("Track Name", "Café"));
        };
        Csv.write(directory, file, text.getBytes(Charset.forName("windows-1252")));

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.files().getFirst().warnings())
                .containsExactly("not UTF-8: read as Windows-1252, so letters with accents may be wrong");
        assertThat(library.find(TrackId.spotify(Csv.ID_A)).orElseThrow().track().title())
                .contains("Café");
    }

    /// Excel calls it "Unicode Text".
    @Test
    void aTableOfAKnownExporterIsReadWhateverItsFileEndsIn() {
        String text = "\uFEFF" + (Csv.P25 + ROW_A).replace(',', '\t');
        Csv.write(directory, "list.txt", text.getBytes(StandardCharsets.UTF_16LE));

        CsvFile file = Backup.at(directory).read().files().getFirst();

        assertThat(file.format()).isEqualTo("P25");
        assertThat(file.kept()).isEqualTo(1);
    }

    @Test
    void utf16IsRecognisedByItsMark() {
        Csv.write(directory, "list.csv", ("\uFEFF" + Csv.P25 + ROW_A).getBytes(StandardCharsets.UTF_16LE));

        CsvFile file = Backup.at(directory).read().files().getFirst();

        assertThat(file.encoding()).isEqualTo("UTF-16LE");
        assertThat(file.kept()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsRecognisedWithoutItsMark(String encoding) {
        Csv.write(directory, "list.csv", (Csv.P25 + ROW_A).getBytes(Charset.forName(encoding)));

        CsvFile file = Backup.at(directory).read().files().getFirst();

        assertThat(file.encoding()).isEqualTo(encoding);
        assertThat(file.kept()).isEqualTo(1);
    }

    @Test
    void allByteOrderMarksAreStripped() {
        CsvFile file = Csv.fileOf(directory, "\uFEFF\uFEFF\uFEFF" + Csv.P25 + ROW_A);

        assertThat(file.kept()).isEqualTo(1);
    }
}
