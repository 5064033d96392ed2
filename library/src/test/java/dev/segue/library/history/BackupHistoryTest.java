package dev.segue.library.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.segue.library.Track;
import dev.segue.library.csv.Backup;
import dev.segue.library.export.PlaylistCsv;
import dev.segue.library.history.BackupHistory.Called;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupHistoryTest {

    @TempDir
    Path directory;

    @Test
    void datedDirectoriesAreSnapshotsOfOnePlaylist() throws IOException {
        export("2026-01-13/Mix.csv", "ab");
        export("2026-02-13/Mix.csv", "bca");
        export("2026-02-13/Liked_Songs.csv", "a");
        BackupHistory history = read();

        Timeline mix = history.timeline("Mix");

        assertThat(history.names()).containsExactly("Liked Songs", "Mix");
        assertThat(mix.snapshots())
                .extracting(Snapshot::source)
                .containsExactly("2026-01-13/Mix.csv", "2026-02-13/Mix.csv");
        assertThat(history.size("Mix")).isEqualTo(3);
        Changes changes = changes(mix, "2026-01-20", "2026-02-20");
        assertThat(changes.added()).extracting(Changes.Entry::id).containsExactly(Playlists.id('c'));
        assertThat(changes.moved()).hasSize(1);
        assertThat(changes.unchanged()).isEqualTo(2);
    }

    @Test
    void aPlaylistIsCalledByItsExportByItsSourceOrInAnotherCase() throws IOException {
        export("Warm_up.csv", "a");
        export("Liked_Songs.csv", "a");
        BackupHistory history = read();

        assertThat(called(history, "Warm up")).isEqualTo(new Called.One("Warm_up"));
        assertThat(called(history, "warm_UP")).isEqualTo(new Called.One("Warm_up"));
        assertThat(called(history, "liked")).isEqualTo(new Called.One("Liked Songs"));
        assertThat(called(history, "nowhere")).isEqualTo(new Called.None());
    }

    @Test
    void whatIsExportedOfTheLikedSongsIsWhatTheLibraryCounts() throws IOException {
        export("Liked_Songs.csv", "abc");
        export("other/liked.csv", "d");
        Files.setLastModifiedTime(directory.resolve("Liked_Songs.csv"), FileTime.fromMillis(0));
        BackupHistory history = read();

        Timeline liked = history.timeline(BackupHistory.LIKED);

        assertThat(history.size(BackupHistory.LIKED)).isEqualTo(4);
        assertThat(liked.snapshots())
                .singleElement()
                .satisfies(newest -> assertThat(newest.tracks())
                        .extracting(Track::id)
                        .containsExactly(Playlists.id('a'), Playlists.id('b'), Playlists.id('c'), Playlists.id('d')));
        assertThat(Trends.of(liked).snapshots())
                .extracting(Trends.Point::tracks)
                .containsExactly(4);
    }

    @Test
    void twoRealExportsDifferAsTheirOwnerSays() {
        Path corpus = Path.of(System.getProperty("segue.corpus", ""), "csv", "exportify-watsonbox-2022");
        assumeTrue(Files.isDirectory(corpus), "needs -Dsegue.corpus=DIRECTORY");

        Timeline liked = new BackupHistory(Backup.at(corpus).read()).timeline(BackupHistory.LIKED);

        Changes changes = changes(liked, "2026-01-30", "2026-02-05");
        assertThat(changes.from().tracks()).isEqualTo(461);
        assertThat(changes.to().tracks()).isEqualTo(643);
        assertThat(changes.added()).hasSize(187);
        assertThat(changes.removed()).hasSize(5);
        assertThat(changes.modified()).isEmpty();
    }

    private static Called called(BackupHistory history, String name) {
        return history.called(name, history.names());
    }

    private static Changes changes(Timeline timeline, String from, String to) {
        return switch (timeline.choose(new Choice.Question(Optional.of(from), Optional.of(to)))) {
            case Choice.Two two -> Changes.between(two.from(), two.to());
            case Choice.Missing missing -> throw new AssertionError(missing.why());
            case Choice.Unclear unclear -> throw new AssertionError(unclear.why());
        };
    }

    private void export(String file, String letters) throws IOException {
        var text = new StringBuilder();
        PlaylistCsv.write(
                letters.chars()
                        .mapToObj(letter -> Playlists.track((char) letter))
                        .toList(),
                text);
        Path path = directory.resolve(file);
        Files.createDirectories(directory.resolve(file).resolve("..").normalize());
        Files.writeString(path, text);
    }

    private BackupHistory read() {
        return new BackupHistory(Backup.at(directory).read());
    }
}
