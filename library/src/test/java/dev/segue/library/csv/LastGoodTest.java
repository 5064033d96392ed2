package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that change while they are watched.
class LastGoodTest {

    private static final TrackId A = TrackId.spotify(Csv.ID_A);
    private static final TrackId B = TrackId.spotify(Csv.ID_B);
    private static final String ROW_A = Csv.p25(Csv.ID_A, Map.of());
    private static final String ROW_B = Csv.p25(Csv.ID_B, Map.of());

    @TempDir
    Path directory;

    @Test
    void aFileThatTurnsToGarbageStaysAsItWas() {
        CsvLibrary before = Csv.read(directory, Csv.P25 + ROW_B + ROW_A);
        Csv.write(directory, "list.csv", "\0garbage");
        Csv.write(directory, "new.csv", Csv.P25 + ROW_B);

        CsvLibrary after = Backup.at(directory).read(before);

        assertThat(after.playlist("list").orElseThrow().tracks()).containsExactly(B, A);
        assertThat(after.find(A).orElseThrow().placements()).containsExactly(new Placement("list", 2));
        assertThat(after.find(B).orElseThrow().placements()).hasSize(2);
        assertThat(after.files().getFirst().warnings())
                .containsExactly("this is what it was before; now it cannot be read: not text: byte 0x00 at offset 0");
    }

    @Test
    void aFileThatIsStillBeingWrittenStaysAsItWasUntilItIsWhole() {
        CsvLibrary before = Csv.read(directory, Csv.P25 + ROW_A);
        Csv.write(directory, "list.csv", Csv.P25 + ROW_B + "spotify:tr");
        CsvLibrary between = Backup.at(directory).read(before);
        Csv.write(directory, "list.csv", Csv.P25 + ROW_B);
        CsvLibrary after = Backup.at(directory).read(between);

        assertThat(between.playlist("list").orElseThrow().tracks()).containsExactly(A);
        assertThat(after.playlist("list").orElseThrow().tracks()).containsExactly(B);
        assertThat(after.files().getFirst().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 50, 100, 200})
    void aFileThatEndsInItsHeaderStaysAsItWas(int left) {
        CsvLibrary before = Csv.read(directory, Csv.P25 + ROW_A);
        Csv.write(directory, "list.csv", Csv.P25.substring(0, Csv.P25.length() - left));

        CsvLibrary after = Backup.at(directory).read(before);

        assertThat(after.playlist("list").orElseThrow().tracks()).containsExactly(A);
        assertThat(after.files().getFirst().warnings())
                .containsExactly("this is what it was before; now it cannot be read: its end is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"playlists\":", "[{\"song_id\":\"AAAA"})
    void jsonThatIsStillBeingWrittenStaysAsItWas(String half) {
        Csv.write(directory, "songs.json", "[{\"song_id\":\"" + Csv.ID_A + "\",\"name\":\"Song\"}]");
        CsvLibrary before = Backup.at(directory).read();

        Csv.write(directory, "songs.json", half);
        CsvLibrary after = Backup.at(directory).read(before);

        assertThat(after.find(A)).isPresent();
        assertThat(after.files().getFirst().warnings())
                .singleElement()
                .asString()
                .startsWith("this is what it was before; now it cannot be read: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Playl"})
    void textThatIsStillBeingWrittenStaysAsItWas(String half) {
        String row = "Song\tAda\tAlbum\tspotify:track:" + Csv.ID_A + "\t2020\n";
        Csv.write(directory, "playlists.txt", "Playlists: \n\nMix\n" + row);
        CsvLibrary before = Backup.at(directory).read();

        Csv.write(directory, "playlists.txt", half);
        CsvLibrary after = Backup.at(directory).read(before);

        assertThat(after.playlist("Mix").orElseThrow().tracks()).containsExactly(A);
        assertThat(after.files().getFirst().warnings())
                .containsExactly("this is what it was before; now it cannot be read: it is no export any more");
    }

    @Test
    void textThatEndsInTheNameOfAPlaylistStaysAsItWas() {
        String row = "Song\tAda\tAlbum\tspotify:track:" + Csv.ID_A + "\t2020\n";
        Csv.write(directory, "playlists.txt", "Playlists: \n\nMix\n" + row);
        CsvLibrary before = Backup.at(directory).read();

        Csv.write(directory, "playlists.txt", "Playlists: \n\nMi");
        CsvLibrary after = Backup.at(directory).read(before);

        assertThat(after.playlistNames()).containsExactly("Mix");
    }

    @Test
    void aFileThatIsRemovedIsGone() throws IOException {
        CsvLibrary before = Csv.read(directory, Csv.P25 + ROW_A);
        Csv.write(directory, "new.csv", Csv.P25 + ROW_B);
        Files.delete(directory.resolve("list.csv"));

        assertThat(Backup.at(directory).read(before).playlistNames()).containsExactly("new");
    }

    @Test
    void aBrokenFileThatNobodyHasSeenWholeIsReadAsFarAsItGoes() {
        CsvLibrary library = Csv.read(directory, Csv.P25 + ROW_A + "spotify:tr");

        assertThat(library.files().getFirst().truncated()).isTrue();
        assertThat(library.size()).isEqualTo(1);
    }
}
