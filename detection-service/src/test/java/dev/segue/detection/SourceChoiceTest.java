package dev.segue.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.detection.DetectionConfig.LookupMode;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvPlaylist;
import dev.segue.library.fact.ApiStatus.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceChoiceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T15:29:34Z");
    private static final String ID = "37i9dQZF1DX0XUsuxWHRQd";
    private static final int ALL = Integer.MAX_VALUE;

    @TempDir
    Path directory;

    @BeforeEach
    void writeBackup() throws IOException {
        write("Warm_up.csv");
        write("Wind down [" + ID + "].csv");
    }

    private void write(String file) throws IOException {
        Files.writeString(directory.resolve(file), """
                Track URI,Track Name,Artist Name(s)
                spotify:track:0000000000000000000001,One,Somebody
                """);
    }

    @Test
    void offlineNobodyIsAsked() {
        assertThat(found(LookupMode.CSV_ONLY, true, new Detection.Playlist("Warm up")))
                .isInstanceOf(Findings.Tracks.class);
        assertThat(found(LookupMode.CSV_ONLY, true, new Detection.Liked())).isInstanceOf(Findings.Nothing.class);
        assertThat(found(LookupMode.CSV_ONLY, true, new Detection.AllPlaylists()))
                .isInstanceOf(Findings.Nothing.class);
        assertThat(found(LookupMode.CSV_ONLY, true, new Detection.SoundCloudLikes()))
                .isInstanceOf(Findings.Nothing.class);
    }

    @Test
    void withoutAnAppNobodyIsAsked() {
        assertThat(found(LookupMode.CSV_FIRST, false, new Detection.Playlist("Warm up")))
                .isInstanceOf(Findings.Tracks.class);
    }

    @Test
    void exportedPlaylistIsHeldAgainstTheApi() {
        assertThat(found(LookupMode.CSV_FIRST, true, new Detection.Playlist("Warm up")))
                .isInstanceOf(Findings.Checked.class);
    }

    @Test
    void exportWithAnIdInItsNameIsFoundByIt() {
        Findings found =
                found(LookupMode.CSV_FIRST, true, new Detection.Playlist("https://open.spotify.com/playlist/" + ID));

        assertThat(found)
                .isInstanceOfSatisfying(
                        Findings.Checked.class,
                        checked -> assertThat(((Question.OfPlaylist) checked.question())
                                        .exported()
                                        .map(CsvPlaylist::name))
                                .contains("Wind down"));
    }

    @Test
    void whatWasNotExportedIsAskedOfTheApi() {
        assertThat(found(LookupMode.CSV_FIRST, true, new Detection.Playlist("Winter")))
                .isEqualTo(new Findings.Asked(new Question.OfPlaylist("Winter", Optional.empty(), ALL)));
        assertThat(found(LookupMode.CSV_FIRST, true, new Detection.Liked()))
                .isEqualTo(new Findings.Asked(new Question.Liked(ALL)));
    }

    @Test
    void exportsDoNotCountWhenTheApiAloneIsAsked() {
        assertThat(found(LookupMode.API_ONLY, true, new Detection.Playlist("Warm up")))
                .isEqualTo(new Findings.Asked(new Question.OfPlaylist("Warm up", Optional.empty(), ALL)));
    }

    @Test
    void severalExportsOfThatNameAreAskedAbout() throws IOException {
        write("warm_up_.csv");

        Findings found = found(LookupMode.CSV_FIRST, true, new Detection.Playlist("Warm up?"));

        assertThat(found)
                .isInstanceOfSatisfying(
                        Findings.Nothing.class,
                        nothing -> assertThat(nothing.why()).contains("several playlists could be"));
    }

    private Findings found(LookupMode mode, boolean canAsk, Detection detection) {
        return new SourceChoice(
                        Backup.at(directory).read(),
                        new ObservedPlaylists(),
                        mode,
                        canAsk ? EnumSet.allOf(Api.class) : Set.of(),
                        NOW)
                .find(detection, ALL);
    }
}
