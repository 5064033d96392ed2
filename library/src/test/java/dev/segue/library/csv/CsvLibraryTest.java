package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be asked of a library.
class CsvLibraryTest {

    @TempDir
    Path directory;

    @Test
    void nothingIsInTheEmptyLibrary() {
        CsvLibrary library = CsvLibrary.empty();

        assertThat(library.size()).isZero();
        assertThat(library.find(TrackId.spotify(Csv.ID_A))).isEmpty();
        assertThat(library.liked()).isEmpty();
        assertThat(library.files()).isEmpty();
        assertThat(library.loadedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void likedSongsComeFirstAndThenPlaylistsByName() {
        write("zoo.csv", Csv.ID_C);
        write("LIKED_songs.CSV", Csv.ID_B);
        write("Alpha.csv", Csv.ID_A);

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.entries())
                .extracting(entry -> entry.track().id().key())
                .containsExactly(Csv.ID_B, Csv.ID_A, Csv.ID_C);
        assertThat(library.liked().orElseThrow().tracks()).containsExactly(TrackId.spotify(Csv.ID_B));
        assertThat(library.playlists()).extracting(CsvPlaylist::name).containsExactly("Alpha", "zoo");
        assertThat(library.files())
                .extracting(CsvFile::file)
                .containsExactly("LIKED_songs.CSV", "Alpha.csv", "zoo.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Liked_Songs", "liked songs", "liked", "liked (1)", "Liked_Songs (12)", "liked_2026-01-30"})
    void aFileOfThatNameIsTheLikedSongs(String name) {
        write(name + ".csv", Csv.ID_A);

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.liked()).isPresent();
        assertThat(library.playlists()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Favorite_Songs", "favorite songs", "Liked", "LIKED", "Liked (1)", "Liked_Songs_2", "Mix (1)"})
    void aFileOfAnotherNameIsAPlaylistEvenIfThatSoundsLikeIt(String name) {
        write(name + ".csv", Csv.ID_A);

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.liked()).isEmpty();
        assertThat(library.playlists()).extracting(CsvPlaylist::name).containsExactly(name);
        assertThat(library.snapshots(name)).hasSize(1);
    }

    @Test
    void severalFilesOfLikedSongsAreOneList() {
        write("Liked_Songs.csv", Csv.ID_A);
        write("liked.csv", Csv.ID_B);

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.liked().orElseThrow().tracks()).hasSize(2);
        assertThat(library.playlists()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "Song, Ada",
                "^ sOng ^, ADA",
                "Song, ^Tyler, The Creator^",
                "Song, Tyler The Creator",
                "^\"Song\"^, Ada",
                "Ｓｏｎｇ, ada",
                "So\u200Bng, Ada",
                "Song, ^Ada, Tyler, The Creator^",
                "Song, Ada;Tyler The Creator"
            })
    void titleAndArtistAreFoundHoweverTheyAreWritten(String title, String artist) {
        Csv.write(
                directory,
                "Liked_Songs.csv",
                Csv.P25
                        + Csv.p25(Csv.ID_A, Map.of("Track Name", "Song", "Artist Name(s)", "Ada;Tyler, The Creator"))
                        + Csv.p25(Csv.ID_B, Map.of("Track Name", "Song", "Artist Name(s)", "Nobody")));

        assertThat(Backup.at(directory).read().find(title, artist))
                .extracting(entry -> entry.track().id().key())
                .containsExactly(Csv.ID_A);
    }

    @ParameterizedTest
    @CsvSource({
        "50s_housewife_bangers🍸, 50s housewife bangers🍸",
        "2000's_Pop, 2000's Pop",
        "A_B, A  B",
        "What, What?",
        "tokyo_in_fall_, Tokyo in fall 🍁",
        "fiddle_-_instrumental_favorites, Fiddle - Instrumental Favorites",
        "a_b, A...B",
        "as it is, as it is"
    })
    void aPlaylistIsFoundByItsNameAtTheSource(String file, String name) {
        write(file + ".csv", Csv.ID_A);

        assertThat(Backup.at(directory).read().playlist(name))
                .map(CsvPlaylist::name)
                .contains(file);
    }

    @Test
    void aPlaylistIsFoundInEitherFormOfItsAccents() {
        write(Normalizer.normalize("Café.csv", Normalizer.Form.NFD), Csv.ID_A);

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.playlist("Café")).isPresent();
        assertThat(library.playlist(Normalizer.normalize("Café", Normalizer.Form.NFD)))
                .isPresent();
    }

    @Test
    void twoPlaylistsThatOneNameMayMeanAreBothShown() {
        write("My_Mix.csv", Csv.ID_A);
        write("my_mix.csv", Csv.ID_B);

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.playlist("My Mix")).isEmpty();
        assertThat(library.playlists("My Mix")).extracting(CsvPlaylist::name).containsExactly("My_Mix", "my_mix");
        assertThat(library.playlist("my_mix").orElseThrow().tracks()).containsExactly(TrackId.spotify(Csv.ID_B));
    }

    @Test
    void aNameOfWhichNoFileNameIsLeftFindsNothing() {
        write(".csv", Csv.ID_A);

        assertThat(Backup.at(directory).read().playlist("樂舒簡")).isEmpty();
    }

    private void write(String file, String id) {
        Csv.write(directory, file, Csv.P25 + Csv.p25(id, Map.of()));
    }
}
