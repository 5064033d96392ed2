package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows of exportify.net.
class P25Test {

    @TempDir
    Path directory;

    @Test
    void everyCellOfARowIsRead() {
        Track track = onlyTrack(Csv.P25
                + "spotify:track:4uLU6hMCjMI75M1A2tKUQC,\"A \"\"Song\"\"\",\"An Album\",\"Tyler, The Creator;Ada\",2022-07-22,"
                + "220386,70,true,,2025-11-26T15:44:37Z,\"hip hop,rap\",\"Columbia\",0.599,0.646,6,-6.326,1,0.337,0.222,"
                + "0.00000436,0.128,0.638,176.153,4\n");

        assertThat(track.id()).isEqualTo(TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC"));
        assertThat(track.title()).contains("A \"Song\"");
        assertThat(track.album()).contains("An Album");
        assertThat(track.artists()).containsExactly("Tyler, The Creator", "Ada");
        assertThat(track.releaseDate()).contains(ReleaseDate.of("2022-07-22"));
        assertThat(track.duration()).contains(Duration.ofMillis(220_386));
        assertThat(track.popularity()).contains(70);
        assertThat(track.explicit()).contains(true);
        assertThat(track.addedAt()).contains(Instant.parse("2025-11-26T15:44:37Z"));
        assertThat(track.genres()).containsExactly("hip hop", "rap");
        assertThat(track.label()).contains("Columbia");
        assertThat(track.isrc()).isEmpty();
        assertThat(track.link()).contains("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC");
        assertThat(track.features().orElseThrow().tempo()).contains(176.153);
        assertThat(track.features().orElseThrow().key()).contains(6);
        assertThat(track.features().orElseThrow().loudness()).contains(-6.326);
        assertThat(track.features().orElseThrow().instrumentalness()).contains(0.00000436);
        assertThat(track.features().orElseThrow().timeSignature()).contains(4);
    }

    @Test
    void aLocalFileIsNamedByItsWholeUri() {
        String uri = "spotify:local:%D0%92.+%D0%A1:Rare+Jazz+Selections:%D0%9F:210";

        Track track = onlyTrack(Csv.P25 + uri
                + ",\"Перший\",\"Rare Jazz Selections\",\"В. Соколов\",,210000,0,false,,,\"\",\"undefined\"\n");

        assertThat(track.id()).isEqualTo(TrackId.local(uri));
        assertThat(track.title()).contains("Перший");
        assertThat(track.artists()).containsExactly("В. Соколов");
        assertThat(track.duration()).contains(Duration.ofSeconds(210));
        assertThat(track.popularity()).isEmpty();
        assertThat(track.label()).isEmpty();
        assertThat(track.link()).isEmpty();
    }

    @Test
    void aRemovedTrackAndAnEpisodeAreSkipped() {
        CsvFile file = Csv.fileOf(
                directory,
                Csv.P25
                        + ",\"undefined\",\"undefined\",\"undefined\",,,,,me,2020-03-07T20:54:55Z,\"\",\"undefined\",,,,,,,,,,,,\n"
                        + Csv.p25(Csv.ID_A, Map.of("Track URI", "spotify:episode:21IQ0000000000000000ab")));

        assertThat(file.skipped()).isEqualTo(Map.of(CsvFile.Skipped.REMOVED, 1, CsvFile.Skipped.EPISODE, 1));
        assertThat(file.rows()).isEqualTo(2);
        assertThat(file.kept()).isZero();
        assertThat(file.bad()).isEmpty();
    }

    @Test
    void aRaggedRowLacksOnlyWhatItDoesNotSay() {
        CsvLibrary library =
                Csv.read(directory, Csv.P25 + "spotify:track:" + Csv.ID_A + ",\"Short\",\"Album\",\"Ada\"\n");

        assertThat(library.files().getFirst().bad()).isEmpty();
        assertThat(library.files().getFirst().truncated()).isFalse();
        assertThat(library.find(TrackId.spotify(Csv.ID_A)).orElseThrow().track().artists())
                .containsExactly("Ada");
    }

    @Test
    void aRowWithTooManyCellsIsBad() {
        CsvFile file = Csv.fileOf(
                directory,
                Csv.P25
                        + Csv.p25(Csv.ID_A, Map.of())
                        + Csv.p25(Csv.ID_B, Map.of()).replace("\n", ",one more\n"));

        assertThat(file.bad()).containsExactly(new BadRow(3, "25 cells where the header has 24"));
        assertThat(file.kept()).isEqualTo(1);
    }

    @Test
    void anIdOfAnotherShapeIsBad() {
        CsvFile file = Csv.fileOf(directory, Csv.P25 + Csv.p25("12E45", Map.of()));

        assertThat(file.bad()).containsExactly(new BadRow(2, "not a Spotify track: \"spotify:track:12E45\""));
    }

    @Test
    void aTitleWithoutAnIdIsKnownByItsName() {
        Map<String, String> cells = Map.of("Track URI", "", "Track Name", "Song", "Artist Name(s)", "Ada;Ben");

        CsvLibrary library = Csv.read(directory, Csv.P25 + Csv.p25(Csv.ID_A, cells));

        assertThat(library.files().getFirst().bad()).isEmpty();
        CsvEntry entry = library.find("Song", "Ada").getFirst();
        assertThat(entry.track().id().source()).isEqualTo(TrackId.Source.LOCAL);
        assertThat(entry.track().artists()).containsExactly("Ada", "Ben");
    }

    @Test
    void undefinedIsAbsentInTextThatTheExporterFillsWithIt() {
        Track track = onlyTrack(Csv.P25
                + Csv.p25(
                        Csv.ID_A,
                        Map.of("Record Label", "undefined", "Album Name", "undefined", "Artist Name(s)", "undefined")));

        assertThat(track.label()).isEmpty();
        assertThat(track.album()).isEmpty();
        assertThat(track.artists()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2001, 2001",
        "2001-03, 2001-03",
        "2001-03-04, 2001-03-04",
        "3/4/2001, 2001-03-04",
        "12/31/2001, 2001-12-31"
    })
    void aReleaseDateKeepsItsPrecision(String cell, String date) {
        Track track = onlyTrack(Csv.P25 + Csv.p25(Csv.ID_A, Map.of("Release Date", cell)));

        assertThat(track.releaseDate()).contains(ReleaseDate.of(date));
    }

    @Test
    void aWithdrawnReleaseHasAnIdAlone() {
        Track track = onlyTrack(Csv.P25 + "spotify:track:" + Csv.ID_A
                + ",\"\",\"\",\"\",0000,0,0,false,,2024-08-06T09:36:52Z,\"\",\"\",,,,,,,,,,,,\n");

        assertThat(track.id()).isEqualTo(TrackId.spotify(Csv.ID_A));
        assertThat(track.title()).isEmpty();
        assertThat(track.artists()).isEmpty();
        assertThat(track.releaseDate()).isEmpty();
        assertThat(track.duration()).isEmpty();
    }

    @Test
    void cellsThatSpellNothingAreAbsentAndTheRowIsKept() {
        Track track = onlyTrack(Csv.P25
                + Csv.p25(
                        Csv.ID_A,
                        Map.of(
                                "Release Date", "0000",
                                "Duration (ms)", "long",
                                "Popularity", "101",
                                "Explicit", "perhaps",
                                "Added At", "2025-13-45T99:00:00Z",
                                "Danceability", "NaN",
                                "Key", "-1",
                                "Energy", "57",
                                "Tempo", "1e999")));

        assertThat(track.duration()).isEmpty();
        assertThat(track.popularity()).isEmpty();
        assertThat(track.explicit()).isEmpty();
        assertThat(track.addedAt()).isEmpty();
        assertThat(track.features()).isEmpty();
    }

    @Test
    void aFailedAnalysisIsNoFeatures() {
        Track track = onlyTrack(Csv.P25
                + Csv.p25(Csv.ID_A, Map.of("Tempo", "0", "Danceability", "0", "Time Signature", "0", "Energy", "0.3")));

        assertThat(track.features()).isEmpty();
    }

    @Test
    void aFileReSavedByASpreadsheetIsRead() {
        String resaved = "\uFEFF"
                + (Csv.P25
                                + Csv.p25(
                                        Csv.ID_A,
                                        Map.of(
                                                "Explicit",
                                                "TRUE",
                                                "Release Date",
                                                "7/2/2021",
                                                "Artist Name(s)",
                                                "Ada")))
                        .replace(',', ';')
                        .replace("\n", "\r\n");

        Track track = onlyTrack(resaved);

        assertThat(track.explicit()).contains(true);
        assertThat(track.releaseDate()).contains(ReleaseDate.of("2021-07-02"));
        assertThat(track.artists()).isEqualTo(List.of("Ada"));
    }

    private Track onlyTrack(String text) {
        CsvLibrary library = Csv.read(directory, text);
        assertThat(library.files().getFirst().bad()).isEmpty();
        return library.entries().iterator().next().track();
    }
}
