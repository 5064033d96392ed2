package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P25 and P25b have the same header: only what is in the file tells how artists are separated.
class SeparatorTest {

    @TempDir
    Path directory;

    @Test
    void commasAloneMeanTheOlderForm() {
        CsvLibrary library = Csv.read(directory, Csv.P25 + row(Csv.ID_A, "Ada,Ben") + row(Csv.ID_B, "Cy"));

        assertForm(library, "P25b", ",");
        assertThat(artists(library)).containsExactly(List.of("Ada", "Ben"), List.of("Cy"));
    }

    @Test
    void oneSemicolonMeansTheNewerFormForAllRows() {
        CsvLibrary library =
                Csv.read(directory, Csv.P25 + row(Csv.ID_A, "Earth, Wind & Fire") + row(Csv.ID_B, "Ada;Ben"));

        assertForm(library, "P25", ";");
        assertThat(artists(library)).containsExactly(List.of("Earth, Wind & Fire"), List.of("Ada", "Ben"));
    }

    @Test
    void aQuoteInATitleMeansTheNewerForm() {
        CsvLibrary library = Csv.read(
                directory,
                Csv.P25
                        + Csv.p25(
                                Csv.ID_A, Map.of("Track Name", "a \"quote\"", "Artist Name(s)", "Tyler, The Creator")));

        assertForm(library, "P25", ";");
        assertThat(artists(library)).containsExactly(List.of("Tyler, The Creator"));
    }

    @Test
    void anEmptyQuotedCellMeansNothing() {
        CsvLibrary library = Csv.read(
                directory, Csv.P25 + "spotify:track:" + Csv.ID_A + ",\"Song\",\"\",\"Ada,Ben\",,1,,,,,\"\",\"\"\n");

        assertForm(library, "P25b", ",");
    }

    @Test
    void aCapitalInTheNameOfADirectoryMeansNothing() throws IOException {
        Path exports = Files.createDirectory(directory.resolve("Exports"));
        Csv.write(exports, "party.csv", Csv.P25 + row(Csv.ID_A, "Ada,Ben"));

        CsvLibrary library = Backup.at(directory).read();

        assertForm(library, "P25b", ",");
        assertThat(artists(library)).containsExactly(List.of("Ada", "Ben"));
    }

    @Test
    void aCapitalInTheEndingOfAFileMeansNothing() {
        Csv.write(directory, "party.CSV", Csv.P25 + row(Csv.ID_A, "Ada,Ben"));

        CsvLibrary library = Backup.at(directory).read();

        assertForm(library, "P25b", ",");
    }

    /// The older exporter took commas out of names, and wrote none of its own with a blank.
    @Test
    void aCommaWithABlankAfterItMeansTheNewerForm() {
        CsvLibrary library = Csv.read(directory, Csv.P25 + row(Csv.ID_A, "Cy") + row(Csv.ID_B, "Tyler, The Creator"));

        assertForm(library, "P25", ";");
        assertThat(artists(library)).containsExactly(List.of("Cy"), List.of("Tyler, The Creator"));
    }

    @Test
    void aHomeMadeFileMayHaveCommasWithoutBlanksBetweenArtists() {
        CsvLibrary library = Csv.read(directory, "Title,Artist\nSong,\"Ada,Ben\"\nOther,Cy\n");

        assertForm(library, "GENERIC", ",");
        assertThat(artists(library)).containsExactly(List.of("Ada", "Ben"), List.of("Cy"));
    }

    @Test
    void aCapitalInTheFileNameMeansTheNewerForm() {
        Csv.write(directory, "Party.csv", Csv.P25 + row(Csv.ID_A, "Tyler, The Creator"));

        CsvLibrary library = Backup.at(directory).read();

        assertForm(library, "P25", ";");
    }

    @Test
    void theOtherExporterEscapesCommasInNames() {
        CsvLibrary library = Csv.read(
                directory, Csv.W22 + Csv.w22(Csv.ID_A, Map.of("Artist Name(s)", "Karthik\\, Shreya Ghoshal, Ada")));

        assertForm(library, "W22", ", ");
        assertThat(artists(library)).containsExactly(List.of("Karthik, Shreya Ghoshal", "Ada"));
    }

    private static String row(String id, String artists) {
        return Csv.p25(id, Map.of("Artist Name(s)", artists));
    }

    private static List<List<String>> artists(CsvLibrary library) {
        return library.entries().stream().map(entry -> entry.track().artists()).toList();
    }

    private static void assertForm(CsvLibrary library, String format, String separator) {
        assertThat(library.files().getFirst().format()).isEqualTo(format);
        assertThat(library.files().getFirst().separator()).isEqualTo(separator);
    }
}
