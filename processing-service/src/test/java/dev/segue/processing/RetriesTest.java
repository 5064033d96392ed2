package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.inbox.OpenFolders;
import dev.segue.processing.inbox.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetriesTest {

    private static final Duration LENGTH = Duration.ofSeconds(5);

    @TempDir
    private Path directory;

    private Path inbox;
    private Path output;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Download.Result answer = new Download.Result.Unable("no command");
    private int asked;
    private final List<Fact> said = new ArrayList<>();
    private final List<TrackSynced> topic = new ArrayList<>();

    @BeforeEach
    void makeFolders() throws IOException {
        inbox = Files.createDirectories(directory.resolve("inbox"));
        output = directory.resolve("output");
    }

    @Test
    void aNewFileIsTakenOnceItIsWhole() throws Exception {
        Parts parts = open();
        parts.processing().on(synced(1, "Night Bus"));
        parts.processing().on(synced(2, "Day Bus"));
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), Duration.ofSeconds(2));
        look(parts);
        Tone.write(inbox.resolve("Mara Lind - Night Bus.wav"), LENGTH);
        look(parts);
        List<Fact> whileItGrew = List.copyOf(said);

        look(parts);
        look(parts);

        assertThat(whileItGrew).isEmpty();
        assertThat(said).singleElement().isInstanceOfSatisfying(TrackProcessed.class, processed -> {
            assertThat(processed.id()).isEqualTo(Synced.id(1));
            assertThat(processed.outcome()).isEqualTo(TrackProcessed.Outcome.IMPORTED);
        });
    }

    @Test
    void whatADownloadDidNotBringIsAskedForWhenItsDateComesAlsoAfterARestart() throws Exception {
        answer = new Download.Result.Nothing("no such video");
        Outcome first = open().processing().on(synced(1, "Night Bus"));
        Outcome early = open().processing().on(synced(1, "Night Bus"));
        int before = asked;
        now = now.plus(Duration.ofDays(7));
        Parts restarted = open();
        answer = new Download.Result.Brought(Tone.write(directory.resolve("a.wav"), LENGTH));

        look(restarted);

        assertThat(first).isEqualTo(early);
        assertThat(before).isOne();
        assertThat(first.fact(Synced.id(1), now))
                .isInstanceOfSatisfying(
                        TrackProcessed.class,
                        processed -> assertThat(processed.detail())
                                .hasValue("no file in the inbox is this track; no such video;"
                                        + " tried again after 2026-11-29"));
        assertThat(said)
                .singleElement()
                .isInstanceOfSatisfying(
                        TrackProcessed.class,
                        processed -> assertThat(processed.outcome()).isEqualTo(TrackProcessed.Outcome.IMPORTED));
        assertThat(restarted.waiting().all()).isEmpty();
    }

    @Test
    void whoAsksNeedNotWaitForTheDate() throws Exception {
        answer = new Download.Result.Locked("DRM");
        Parts parts = open();
        Outcome first = parts.processing().on(synced(1, "Night Bus"));
        answer = new Download.Result.Brought(Tone.write(directory.resolve("a.wav"), LENGTH));

        parts.retries().of(synced(1, "Night Bus"));

        assertThat(first).isInstanceOf(Outcome.Protected.class);
        assertThat(said).hasSize(1);
        assertThat(parts.waiting().all()).isEmpty();
    }

    @Test
    void aTrackThatTheCatalogueNoLongerShowsIsForgotten() throws Exception {
        answer = new Download.Result.Nothing("no such video");
        Parts parts = open();
        parts.processing().on(synced(1, "Night Bus"));
        topic.clear();
        now = now.plus(Duration.ofDays(8));

        look(parts);

        assertThat(said).isEmpty();
        assertThat(parts.waiting().all()).isEmpty();
    }

    private record Parts(Processing processing, Waiting waiting, Retries retries) {}

    private Parts open() throws IOException {
        OpenFolders folders = OpenFolders.at(inbox, output, () -> now);
        var waiting = new Waiting(output.resolve(".segue-waiting.jsonl"), Duration.ofDays(7), () -> now);
        Processing processing = TestProcessing.of(folders, output)
                .onlyMoving()
                .with(
                        (_, _) -> {
                            asked++;
                            return answer;
                        },
                        waiting)
                .open();
        return new Parts(
                processing,
                waiting,
                new Retries(processing, waiting, folders.inbox(), new Catalogue(), new Tally(), said::add));
    }

    /// The inbox is looked at every few seconds at most.
    private void look(Parts parts) {
        now = now.plusSeconds(10);
        parts.retries().look();
    }

    private TrackSynced synced(int n, String title) {
        Track track = Synced.track(n, title, List.of("Mara Lind"), LENGTH, Optional.empty());
        topic.add(Synced.fact(track));
        return Synced.fact(track);
    }

    /// What the catalogue shows.
    private final class Catalogue implements SyncedTracks {

        @Override
        public Optional<TrackSynced> find(TrackId id) {
            return topic.stream()
                    .filter(synced -> synced.track().id().equals(id))
                    .findFirst();
        }

        @Override
        public void each(Consumer<TrackSynced> watcher) {
            topic.forEach(watcher);
        }
    }
}
