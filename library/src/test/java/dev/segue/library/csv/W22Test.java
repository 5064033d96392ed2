package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of exportify.app.
class W22Test {

    @TempDir
    Path directory;

    @Test
    void aRowIsRead() {
        Track track = onlyTrack(Csv.W22
                + Csv.w22(
                        Csv.ID_A,
                        Map.of(
                                "Track Name", "Undefined",
                                "Album Name", "Album",
                                "Artist Name(s)", "Ada, Ben",
                                "Album Release Date", "1973",
                                "Track Duration (ms)", "286920",
                                "Explicit", "false",
                                "Popularity", "0",
                                "ISRC", "us-t29-99-01394",
                                "Added At", "2022-07-21T04:08:52Z")));

        assertThat(track.title()).contains("Undefined");
        assertThat(track.album()).contains("Album");
        assertThat(track.artists()).containsExactly("Ada", "Ben");
        assertThat(track.releaseDate().orElseThrow().text()).isEqualTo("1973");
        assertThat(track.duration()).contains(Duration.ofMillis(286_920));
        assertThat(track.explicit()).contains(false);
        assertThat(track.popularity()).contains(0);
        assertThat(track.isrc()).contains("UST299901394");
        assertThat(track.addedAt()).contains(Instant.parse("2022-07-21T04:08:52Z"));
        assertThat(track.features()).isEmpty();
    }

    @Test
    void theOptionalColumnsAreRead() {
        String header = Csv.W22.strip()
                + ",\"Artist Genres\",\"Danceability\",\"Energy\",\"Key\",\"Loudness\",\"Mode\",\"Speechiness\",\"Acousticness\","
                + "\"Instrumentalness\",\"Liveness\",\"Valence\",\"Tempo\",\"Time Signature\",\"Album Genres\",\"Label\",\"Copyrights\"\n";
        String row = Csv.w22(Csv.ID_A, Map.of()).strip()
                + ",\"funk,soul,funk\",\"0.5\",\"0.6\",\"1\",\"-7.5\",\"0\",\"0.1\",\"0.2\",\"0.3\",\"0.4\",\"0.7\",\"120.5\",\"3\",\"x\",\"Pier\",\"C\"\n";

        Track track = onlyTrack(header + row);

        assertThat(track.genres()).containsExactly("funk", "soul");
        assertThat(track.label()).contains("Pier");
        assertThat(track.features().orElseThrow().tempo()).contains(120.5);
        assertThat(track.features().orElseThrow().mode()).contains(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ABC-12", "", "1234567890123", "USABC12AB345"})
    void whatIsNoIsrcIsAbsent(String cell) {
        Track track = onlyTrack(Csv.W22 + Csv.w22(Csv.ID_A, Map.of("ISRC", cell)));

        assertThat(track.isrc()).isEmpty();
    }

    @Test
    void theStartOf1970IsNoTime() {
        Track track = onlyTrack(Csv.W22 + Csv.w22(Csv.ID_A, Map.of("Added At", "1970-01-01T00:00:00Z")));

        assertThat(track.addedAt()).isEmpty();
    }

    @Test
    void aLocalFileIsKept() {
        String uri = "spotify:local:Craig+Duncan:Fiddlin%27:Back+Up:47";

        Track track =
                onlyTrack(Csv.W22 + Csv.w22(Csv.ID_A, Map.of("Track URI", uri, "Artist Name(s)", "Craig Duncan")));

        assertThat(track.id()).isEqualTo(TrackId.local(uri));
        assertThat(track.artists()).containsExactly("Craig Duncan");
    }

    @Test
    void aRowWithNeitherIdNorTitleIsARemovedTrack() {
        CsvFile file = Csv.fileOf(directory, Csv.W22 + Csv.w22("", Map.of("Track URI", "", "Track Name", "")));

        assertThat(file.skipped()).isEqualTo(Map.of(CsvFile.Skipped.REMOVED, 1));
    }

    private Track onlyTrack(String text) {
        CsvLibrary library = Csv.read(directory, text);
        assertThat(library.files().getFirst().bad()).isEmpty();
        assertThat(library.files().getFirst().format()).isEqualTo("W22");
        return library.entries().iterator().next().track();
    }
}
