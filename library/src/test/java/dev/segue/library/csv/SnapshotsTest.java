package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several exports of one playlist.
class SnapshotsTest {

    private static final TrackId A = TrackId.spotify(Csv.ID_A);
    private static final TrackId B = TrackId.spotify(Csv.ID_B);
    private static final TrackId C = TrackId.spotify(Csv.ID_C);
    private static final String ROW_A = Csv.p25(Csv.ID_A, Map.of("Record Label", "Old"));
    private static final String ROW_B = Csv.p25(Csv.ID_B, Map.of());
    private static final String ROW_C = Csv.p25(Csv.ID_C, Map.of());

    @TempDir
    Path directory;

    @Test
    void theNewestOfDatedFilesIsTheListAndOlderOnesLendWhatTheyKnow() {
        write("Mix_2026-01-30.csv", ROW_A + ROW_B);
        write("Mix_2026-02-05.csv", ROW_C + Csv.p25(Csv.ID_A, Map.of()));

        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.playlists()).hasSize(1);
        assertThat(library.playlist("Mix").orElseThrow().tracks()).containsExactly(C, A);
        assertThat(library.find(A).orElseThrow().placements()).containsExactly(new Placement("Mix", 2));
        assertThat(library.find(A).orElseThrow().track().label()).contains("Old");
        assertThat(library.find(B).orElseThrow().placements()).isEmpty();
        assertThat(library.find(A).orElseThrow().exportedAt()).isEqualTo(Instant.parse("2026-02-05T00:00:00Z"));
    }

    @Test
    void datedDirectoriesAreSnapshotsAndTheUndatedFileIsAsOldAsItIs() throws IOException {
        write("2025-12-01/Liked_Songs.csv", ROW_A);
        write("2026-01-13/liked.csv", ROW_B);
        Path undated = write("Liked_Songs.csv", ROW_C);

        Files.setLastModifiedTime(undated, FileTime.from(Instant.parse("2026-03-01T00:00:00Z")));
        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.liked().orElseThrow().tracks()).containsExactly(C);
        assertThat(library.find(A).orElseThrow().liked()).isFalse();
        assertThat(library.snapshots("liked"))
                .extracting(CsvSnapshot::file)
                .containsExactly("2025-12-01/Liked_Songs.csv", "2026-01-13/liked.csv", "Liked_Songs.csv");
    }

    @Test
    void likedSongsOfSeveralServicesCountTogether() throws IOException {
        Path one = write("spotify/Liked_Songs.csv", ROW_A + ROW_B);
        Path other = write("youtube/liked.csv", ROW_C + ROW_B);

        Files.setLastModifiedTime(one, FileTime.from(Instant.parse("2026-02-01T00:00:00Z")));
        Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2026-03-01T00:00:00Z")));
        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.liked().orElseThrow().tracks()).containsExactlyInAnyOrder(A, B, C);
        assertThat(library.entries()).allMatch(CsvEntry::liked);
    }

    @Test
    void likedSongsThatCountTogetherAreOneSnapshotAsOldAsTheNewest() throws IOException {
        Path large = write("Liked_Songs.csv", ROW_A + ROW_B + ROW_A);
        Path small = write("liked songs.csv", ROW_C + ROW_B);
        write("Liked_Songs_2026-01-01.csv", ROW_A);

        Files.setLastModifiedTime(large, FileTime.from(Instant.parse("2026-02-01T00:00:00Z")));
        Files.setLastModifiedTime(small, FileTime.from(Instant.parse("2026-03-01T00:00:00Z")));
        CsvLibrary library = Backup.at(directory).read();

        List<CsvSnapshot> snapshots = library.snapshots("Liked Songs");
        assertThat(snapshots)
                .extracting(CsvSnapshot::file)
                .containsExactly("Liked_Songs_2026-01-01.csv", "liked songs.csv");
        assertThat(snapshots.getLast().exportedAt()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(snapshots.getLast().tracks())
                .extracting(Track::id)
                .containsExactlyElementsOf(library.liked().orElseThrow().tracks())
                .containsExactly(A, B, C);
    }

    @Test
    void undatedLikedSongsBeforeANewerDayCountTogetherAsWell() throws IOException {
        Path one = write("spotify/Liked_Songs.csv", ROW_A);
        Path other = write("youtube/liked.csv", ROW_B);
        write("Liked_Songs_2026-04-01.csv", ROW_C);

        Files.setLastModifiedTime(one, FileTime.from(Instant.parse("2026-02-01T00:00:00Z")));
        Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2026-03-01T00:00:00Z")));
        CsvLibrary library = Backup.at(directory).read();

        assertThat(library.snapshots("Liked Songs"))
                .extracting(
                        snapshot -> snapshot.tracks().stream().map(Track::id).toList())
                .containsExactly(List.of(A, B), List.of(C));
        assertThat(library.liked().orElseThrow().tracks()).containsExactly(C);
    }

    @Test
    void aSnapshotReadsItsOwnTracksInOrder() {
        write("Mix_2026-01-30.csv", ROW_B + ROW_A + ROW_B);
        write("Mix_2026-02-05.csv", ROW_C);

        CsvSnapshot oldest = Backup.at(directory).read().snapshots("Mix").getFirst();

        assertThat(oldest.exportedAt()).isEqualTo(Instant.parse("2026-01-30T00:00:00Z"));
        assertThat(oldest.playlist()).isEqualTo("Mix");
        assertThat(oldest.tracks()).extracting(Track::id).containsExactly(B, A, B);
    }

    @Test
    void aSnapshotIsAsItWasReadWhateverBecomesOfTheFile() throws IOException {
        Path file = write("Mix.csv", ROW_A);
        CsvSnapshot snapshot = Backup.at(directory).read().snapshots("Mix").getFirst();

        Files.delete(file);

        assertThat(snapshot.tracks()).extracting(Track::id).containsExactly(A);
    }

    @Test
    void aFileThatStaysAsItWasHasTheTracksThatItHad() throws IOException {
        Path file = write("Mix.csv", ROW_A + ROW_B);
        CsvLibrary before = Backup.at(directory).read();

        Files.writeString(file, Csv.P25 + ROW_A + "spotify:tr");
        CsvLibrary after = Backup.at(directory).read(before);

        assertThat(after.snapshots("Mix").getFirst().tracks())
                .extracting(Track::id)
                .containsExactly(A, B);
    }

    @Test
    void theDayInANameBeatsTheTimeOfTheFile() {
        write("Mix_2020-01-30.csv", ROW_A);

        assertThat(Backup.at(directory).read().files().getFirst().exportedAt())
                .contains(Instant.parse("2020-01-30T00:00:00Z"));
    }

    @Test
    void aNameThatIsNoDayStaysAName() {
        write("Mix_2026-02-31.csv", ROW_A);
        write("20200127-megamix.csv", ROW_A);

        assertThat(Backup.at(directory).read().playlistNames()).containsExactly("20200127-megamix", "Mix_2026-02-31");
    }

    @Test
    void aPlaylistIsFoundByTheNameOfItsFileToo() {
        write("Mix_2026-01-30.csv", ROW_A);

        assertThat(Backup.at(directory).read().playlist("Mix_2026-01-30")).isPresent();
    }

    private Path write(String file, String rows) {
        try {
            Files.createDirectories(directory.resolve(file).getParent());
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return Csv.write(directory, file, Csv.P25 + rows);
    }
}
