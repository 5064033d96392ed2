package dev.segue.processing.playlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.FileName;
import dev.segue.processing.Job;
import dev.segue.processing.Outcome;
import dev.segue.processing.Shelf;
import dev.segue.processing.Stamp;
import dev.segue.processing.Synced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaylistFilesTest {

    @TempDir
    private Path directory;

    private final Map<TrackId, String> delivered = new HashMap<>();

    @Test
    void aPlaylistNamesItsFilesInTheirOrder() throws Exception {
        PlaylistFiles files = open();
        imported(files, 1, "A.mp3", new Placement("Warm up", 3), new Placement("Warm up", 1));
        imported(files, 2, "B.mp3", new Placement("Warm up", 2), new Placement("Other", 1));

        files.write();

        assertThat(directory.resolve("Warm up.m3u8")).hasContent("""
                #EXTM3U
                #PLAYLIST:Warm up
                #SEGUE-PLAYLIST:"Warm up"
                #EXTINF:200,Mara Lind - Night Bus
                A.mp3
                #EXTINF:200,Mara Lind - Night Bus
                B.mp3
                #EXTINF:200,Mara Lind - Night Bus
                A.mp3
                """);
        assertThat(names()).containsExactly("Other.m3u8", "Warm up.m3u8");
    }

    @Test
    void aTrackThatLeavesIsGoneAndAnEmptyPlaylistToo() throws Exception {
        PlaylistFiles files = open();
        imported(files, 1, "A.mp3", new Placement("Warm up", 1));
        imported(files, 2, "B.mp3", new Placement("Warm up", 2), new Placement("Other", 1));
        files.write();

        PlaylistFiles restarted = open();
        imported(restarted, 2, "B.mp3", new Placement("Warm up", 2));
        imported(restarted, 1, "A.mp3");
        restarted.write();

        assertThat(directory.resolve("Warm up.m3u8"))
                .content()
                .contains("B.mp3")
                .doesNotContain("A.mp3");
        assertThat(names()).containsExactly("Warm up.m3u8");
    }

    @Test
    void namesThatADiskTakesForTheSameAreToldApartAlsoAfterARestart() throws Exception {
        PlaylistFiles files = open();
        imported(files, 1, "A.mp3", new Placement("Peak/Time", 1));
        files.write();
        imported(files, 2, "B.mp3", new Placement("peak:time", 1));
        files.write();
        PlaylistFiles restarted = open();
        imported(restarted, 3, "C.mp3", new Placement("peak:time", 2), new Placement("Peak/Time", 2));
        restarted.write();

        String other = FileName.ofPlaylist("peak:time").distinctFile();
        assertThat(names()).containsExactly("Peak_Time.m3u8", other);
        assertThat(directory.resolve("Peak_Time.m3u8"))
                .content()
                .contains("A.mp3", "C.mp3")
                .doesNotContain("B.mp3");
        assertThat(directory.resolve(other))
                .content()
                .contains("B.mp3", "C.mp3")
                .doesNotContain("A.mp3");
    }

    @Test
    void aHostileNameStaysInTheFolderAndOnItsLine() throws Exception {
        PlaylistFiles files = open();
        imported(files, 1, "A.mp3", new Placement("../../etc/passwd\n/etc/shadow", 1));

        files.write();

        assertThat(names()).singleElement().asString().isEqualTo("_.._etc_passwd _etc_shadow.m3u8");
        try (Stream<String> lines = Files.lines(directory.resolve(names().getFirst()))) {
            assertThat(lines.filter(line -> !line.startsWith("#"))).containsExactly("A.mp3");
        }
    }

    @Test
    void aFileThatThePersonMadeIsNotWrittenOver() throws Exception {
        Files.writeString(directory.resolve("Warm up.m3u8"), "#EXTM3U\nmine.mp3\n");
        PlaylistFiles files = open();
        imported(files, 1, "A.mp3", new Placement("Warm up", 1));

        files.write();

        assertThat(directory.resolve("Warm up.m3u8")).hasContent("#EXTM3U\nmine.mp3\n");
        assertThat(names()).hasSize(2);
    }

    @Test
    void whatWasNotedBeforeAKillIsWrittenAfterTheRestart() throws Exception {
        imported(open(), 1, "A.mp3", new Placement("Warm up", 1));

        open().write();

        assertThat(names()).containsExactly("Warm up.m3u8");
    }

    @Test
    void aDuplicatesPlaceHasTheFileOfTheOtherOnceThatIsThere() throws Exception {
        PlaylistFiles files = open();
        TrackSynced duplicate = Synced.duplicate(Synced.track(2).track(), Synced.id(1));
        files.note(Synced.in(duplicate, new Placement("Warm up", 1)), new Outcome.Duplicate(Synced.id(1)));
        files.write();
        List<String> before = names();
        imported(files, 1, "A.mp3");

        files.write();

        assertThat(before).isEmpty();
        assertThat(directory.resolve("Warm up.m3u8")).content().contains("A.mp3");
    }

    @Test
    void aTrackWithoutAudioStandsInNone() throws Exception {
        PlaylistFiles files = open();
        files.note(Synced.in(Synced.track(1), new Placement("Warm up", 1)), new Outcome.NoAudio("none"));

        files.write();

        assertThat(names()).isEmpty();
    }

    private void imported(PlaylistFiles files, int n, String file, Placement... places) {
        delivered.put(Synced.id(n), file);
        files.note(Synced.in(Synced.track(n), places), new Outcome.Imported(file));
    }

    private PlaylistFiles open() {
        return new PlaylistFiles(
                new Places(directory.resolve(".segue-playlists.jsonl")),
                new PlaylistFolder(directory),
                new Delivered(),
                true);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /// A shelf on which files simply are.
    private final class Delivered implements Shelf {

        @Override
        public Optional<String> fileOf(TrackId id) {
            return Optional.ofNullable(delivered.get(id));
        }

        @Override
        public Optional<TrackId> servedBy(String source, Stamp stamp) {
            return Optional.empty();
        }

        @Override
        public String put(TrackId id, Job.Source source, Path made, FileName name) {
            throw new UnsupportedOperationException("nothing is put here");
        }

        @Override
        public Path path(String file) {
            return directory.resolve(file);
        }
    }
}
