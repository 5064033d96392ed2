package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One track in several files.
class MergeTest {

    private static final TrackId A = TrackId.spotify(Csv.ID_A);

    @TempDir
    Path directory;

    @Test
    void theNewestExportWinsFieldByField() {
        Csv.write(directory, "a.csv", Csv.P25 + row("2020-01-01T00:00:00Z", "Record Label", "old"));
        Csv.write(directory, "b.csv", Csv.P25 + row("2024-01-01T00:00:00Z", "Album Name", "new"));
        Csv.write(directory, "c.csv", Csv.P25 + row("2022-01-01T00:00:00Z", "Record Label", "newer"));

        CsvEntry entry = Backup.at(directory).read().find(A).orElseThrow();

        assertThat(entry.track().album()).contains("new");
        assertThat(entry.track().label()).contains("newer");
        assertThat(entry.exportedAt()).isEqualTo(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(entry.age(Instant.parse("2024-01-03T00:00:00Z"))).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void oneExporterGivesFeaturesAndTheOtherTheIsrc() {
        Csv.write(directory, "a.csv", Csv.P25 + Csv.p25(Csv.ID_A, Map.of("Tempo", "120", "Danceability", "0.5")));
        Csv.write(directory, "b.csv", Csv.W22 + Csv.w22(Csv.ID_A, Map.of("ISRC", "GBABC2400001")));

        CsvEntry entry = Backup.at(directory).read().find(A).orElseThrow();

        assertThat(entry.track().isrc()).contains("GBABC2400001");
        assertThat(entry.track().features().orElseThrow().tempo()).contains(120.0);
    }

    @Test
    void placesAreKeptForEveryPlaylistAndCountEveryRow() {
        String removed = ",\"undefined\",\"undefined\",\"undefined\"\n";
        String row = Csv.p25(Csv.ID_A, Map.of());
        Csv.write(directory, "Liked_Songs.csv", Csv.P25 + row);
        Csv.write(directory, "b.csv", Csv.P25 + removed + row + "nonsense\n" + row);
        Csv.write(directory, "c.csv", Csv.P25 + row);

        CsvEntry entry = Backup.at(directory).read().find(A).orElseThrow();

        assertThat(entry.liked()).isTrue();
        assertThat(entry.placements())
                .containsExactly(new Placement("b", 2), new Placement("b", 4), new Placement("c", 1));
    }

    @Test
    void aLikedSongWasAddedWhenItWasLiked() {
        Csv.write(directory, "liked.csv", Csv.P25 + row("2022-01-01T00:00:00Z", "Album Name", "x"));
        Csv.write(directory, "b.csv", Csv.P25 + row("2020-01-01T00:00:00Z", "Album Name", "x"));

        CsvEntry entry = Backup.at(directory).read().find(A).orElseThrow();

        assertThat(entry.track().addedAt()).contains(Instant.parse("2022-01-01T00:00:00Z"));
    }

    @Test
    void anyOtherWasAddedWhenItWasFirstPutAnywhere() {
        Csv.write(directory, "a.csv", Csv.P25 + row("2022-01-01T00:00:00Z", "Album Name", "x"));
        Csv.write(directory, "b.csv", Csv.P25 + row("2020-01-01T00:00:00Z", "Album Name", "x"));

        CsvEntry entry = Backup.at(directory).read().find(A).orElseThrow();

        assertThat(entry.track().addedAt()).contains(Instant.parse("2020-01-01T00:00:00Z"));
    }

    @Test
    void aFileIsAsOldAsItsTimeIfNothingInItIsNewer() {
        CsvFile file = Csv.fileOf(directory, Csv.P25 + row("2001-01-01T00:00:00Z", "Album Name", "x"));

        assertThat(file.exportedAt()).contains(Csv.WRITTEN);
    }

    private static String row(String addedAt, String label, String cell) {
        return Csv.p25(Csv.ID_A, Map.of("Added At", addedAt, label, cell));
    }
}
