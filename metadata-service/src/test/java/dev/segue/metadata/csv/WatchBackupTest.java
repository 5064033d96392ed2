package dev.segue.metadata.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.metadata.MetadataConfig;
import dev.segue.metadata.TrackIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchBackupTest {

    private static final String HEADER =
            "Track URI,Track Name,Artist URI(s),Artist Name(s),Album URI,Album Name,Track Duration (ms),ISRC\n";
    private static final String FIRST = "aaaaaaaaaaaaaaaaaaaaa1";
    private static final String SECOND = "aaaaaaaaaaaaaaaaaaaaa2";

    /// The defaults, with another directory.
    private record Settings(Path directory) implements MetadataConfig, MetadataConfig.Csv {

        @Override
        public LookupMode lookup() {
            return LookupMode.CSV_FIRST;
        }

        @Override
        public int refreshPerDay() {
            return 100;
        }

        @Override
        public Csv csv() {
            return this;
        }

        @Override
        public Duration reloadEvery() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration staleAfter() {
            return Duration.ofDays(90);
        }
    }

    @TempDir
    private Path directory;

    private TrackIndex index;
    private WatchBackup watch;
    private Instant written = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void loadOneTrack() {
        write("liked.csv", row(FIRST, "Night Bus"));
        MetadataConfig config = new Settings(directory);
        index = new TrackIndex(config);
        watch = new WatchBackup(config, index);
        watch.load();
    }

    @Test
    void addedFileIsNoticed() {
        write("mix.csv", row(SECOND, "Side Street"));

        watch.look();

        assertThat(titles()).containsExactly("Night Bus", "Side Street");
    }

    @Test
    void changedFileReplacesWhatItSaid() {
        write("liked.csv", row(FIRST, "Night Bus (2026 Remaster)"));

        watch.look();

        assertThat(titles()).containsExactly("Night Bus (2026 Remaster)");
    }

    @Test
    void removedFileTakesItsTracksAlong() throws IOException {
        write("mix.csv", row(SECOND, "Side Street"));
        watch.look();
        Files.delete(directory.resolve("mix.csv"));

        watch.look();

        assertThat(titles()).containsExactly("Night Bus");
    }

    @Test
    void unchangedFilesAreNotReadAgain() {
        CsvLibrary before = index.library();

        watch.look();

        assertThat(index.library()).isSameAs(before);
    }

    @Test
    void fileThatBecomesGarbageStaysAsItWasAndSaysSo() {
        writeAll("liked.csv", "\0\1\2\3\0");

        watch.look();

        assertThat(titles()).containsExactly("Night Bus");
        assertThat(index.library().files().getFirst().warnings())
                .singleElement()
                .asString()
                .contains("0x00");
    }

    @Test
    void fileThatIsStillBeingWrittenStaysAsItWas() {
        String whole = HEADER + row(FIRST, "Night Bus") + row(SECOND, "Side Street");
        writeAll("liked.csv", whole.substring(0, whole.length() - 20));

        watch.look();

        assertThat(titles()).containsExactly("Night Bus");

        writeAll("liked.csv", whole);
        watch.look();

        assertThat(titles()).containsExactly("Night Bus", "Side Street");
        assertThat(index.library().files().getFirst().warnings()).isEmpty();
    }

    @Test
    void fileThatWasWrittenJustNowIsReadWhenTwoLooksAgree() {
        write("liked.csv", row(FIRST, "Night Bus") + row(SECOND, "Side Street"));
        watch.look();
        written = Instant.now().plusSeconds(60);
        write("liked.csv", row(FIRST, "Night Bus"));

        watch.look();

        assertThat(titles()).containsExactly("Night Bus", "Side Street");

        watch.look();

        assertThat(titles()).containsExactly("Night Bus");
    }

    @Test
    void fileThatGrowsBetweenTwoLooksIsWaitedFor() {
        written = Instant.now().plusSeconds(60);
        write("liked.csv", row(SECOND, "Side Street"));
        watch.look();
        write("liked.csv", row(SECOND, "Side Street") + row(FIRST, "Night Bus"));

        watch.look();

        assertThat(titles()).containsExactly("Night Bus");
    }

    @Test
    void missDoesNotTakeWhatIsStillBeingWritten() {
        write("liked.csv", row(FIRST, "Night Bus") + row(SECOND, "Side Street"));
        watch.look();
        written = Instant.now().plusSeconds(60);
        write("liked.csv", row(FIRST, "Night Bus"));

        watch.lookAtOnce();

        assertThat(titles()).containsExactly("Night Bus", "Side Street");
    }

    @Test
    void missTakesAFileThatIsNewAtOnce() {
        written = Instant.now().plusSeconds(60);
        write("mix.csv", row(SECOND, "Side Street"));

        watch.lookAtOnce();

        assertThat(titles()).containsExactly("Night Bus", "Side Street");
    }

    @Test
    void directoryThatGoesAwayLeavesTheLastGoodLibrary() throws IOException {
        Files.delete(directory.resolve("liked.csv"));

        watch.look();

        assertThat(titles()).containsExactly("Night Bus");
    }

    @Test
    void readersNeverSeeAMixture() throws InterruptedException {
        write("liked.csv", row(FIRST, "version") + row(SECOND, "version"));
        watch.look();
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean mixed = new AtomicBoolean();
        Thread reader = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                List<String> titles = titles();
                mixed.compareAndSet(
                        false, titles.size() != 2 || !titles.getFirst().equals(titles.getLast()));
            }
        });

        for (int version = 1; version <= 50; version++) {
            String title = "version " + "x".repeat(version);
            write("liked.csv", row(FIRST, title) + row(SECOND, title));
            watch.look();
        }
        done.set(true);
        reader.join();

        assertThat(mixed).isFalse();
        assertThat(titles()).containsOnly("version " + "x".repeat(50));
    }

    private List<String> titles() {
        return index.library().entries().stream()
                .map(CsvEntry::track)
                .flatMap(track -> track.title().stream())
                .toList();
    }

    private static String row(String key, String title) {
        return "\"%s\",\"%s\",\"spotify:artist:1\",\"Mara Lind\",\"spotify:album:1\",\"Last Stops\",\"200000\",\"\"\n"
                .formatted(TrackId.spotify(key).toString().replace("spotify:", "spotify:track:"), title);
    }

    private void write(String file, String rows) {
        writeAll(file, HEADER + rows);
    }

    /// Each a second after the one before, and all long ago if a test does not say otherwise.
    private void writeAll(String file, String text) {
        try {
            Path path = Files.writeString(directory.resolve(file), text);
            Files.setLastModifiedTime(path, FileTime.from(written));
            written = written.plusSeconds(1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
