package dev.segue.testkit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.testkit.SampleLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvExportTest {

    @TempDir
    Path directory;

    @Test
    void whatCannotBeReadIsLeftOut() throws IOException {
        SampleLibrary.write(directory, 3, 1, 5, 1);
        Files.writeString(directory.resolve("notes.csv"), "milk,eggs\nbread,butter\n");

        var exports = CsvExport.in(directory);

        assertThat(exports).containsOnlyKeys("Liked_Songs", "Playlist_1");
        assertThat(exports)
                .hasEntrySatisfying(
                        "Playlist_1", export -> assertThat(export.tracks()).hasSize(5));
    }

    @Test
    void oneFileAloneIsABackup() throws IOException {
        SampleLibrary.write(directory, 3, 0, 0, 1);

        assertThat(CsvExport.in(directory.resolve("Liked_Songs.csv"))).containsOnlyKeys("Liked_Songs");
    }

    /// A playlist may be called "Liked", or begin so.
    @ParameterizedTest
    @CsvSource({
        "Liked_Songs, true",
        "liked, true",
        "liked (1), true",
        "Liked Songs_2026-02-05, true",
        "Liked, false",
        "liked by Mara, false",
        "Liked_from_Radio, false"
    })
    void theLikedSongsAreThoseThatTheLibraryTakesForThem(String name, boolean liked) throws IOException {
        SampleLibrary.write(directory, 3, 0, 0, 1);
        Files.move(directory.resolve("Liked_Songs.csv"), directory.resolve(name + ".csv"));

        assertThat(CsvExport.in(directory).get(name))
                .extracting(CsvExport::liked)
                .isEqualTo(liked);
    }

    @Test
    void aBackupThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> CsvExport.in(directory.resolve("nowhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
    }
}
