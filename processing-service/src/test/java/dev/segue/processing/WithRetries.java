package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.inbox.OpenFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// An inbox, a download and a catalogue, and retries that begin as after a start.
abstract class WithRetries extends WithFolders {

    static final Duration LENGTH = Duration.ofSeconds(5);

    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    Download.Result answer = new Download.Result.Unable("no command");
    private final AtomicInteger asks = new AtomicInteger();
    volatile CountDownLatch download = new CountDownLatch(0);
    volatile Optional<RuntimeException> failure = Optional.empty();
    volatile boolean brokerIsAway;
    final List<Fact> said = new CopyOnWriteArrayList<>();
    final List<TrackSynced> topic = new ArrayList<>();

    record Parts(Processing processing, Waiting waiting, Retries retries) {}

    /// Everything is done when a look is over.
    Parts open() throws IOException {
        return open(new Hands(new AtOnce()), new Hands(new AtOnce()));
    }

    Parts open(Hands forFiles, Hands forDates) throws IOException {
        OpenFolders folders = OpenFolders.at(inbox, output, () -> now);
        var waiting = new Waiting(output.resolve(".segue-waiting.jsonl"), Duration.ofDays(7), () -> now);
        Processing processing = TestProcessing.of(folders, output)
                .onlyMoving()
                .with((_, _) -> bring(), waiting)
                .open();
        var retry = new Retry(processing, waiting, new Tally(), said::add);
        return new Parts(
                processing,
                waiting,
                new Retries(retry, processing, waiting, folders.inbox(), new Catalogue(), forFiles, forDates));
    }

    private Download.Result bring() {
        asks.incrementAndGet();
        try {
            download.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        failure.ifPresent(why -> {
            throw why;
        });
        return answer;
    }

    /// How often a download was asked for.
    int asked() {
        return asks.get();
    }

    List<TrackProcessed.Outcome> outcomes() {
        return said.stream().map(fact -> ((TrackProcessed) fact).outcome()).toList();
    }

    /// Nothing can be worked on until what this leaves is deleted.
    Path fillTheDisk() throws IOException {
        return Files.writeString(Files.createDirectories(output).resolve(".segue-work"), "in the way");
    }

    /// The inbox is looked at every few seconds at most.
    void look(Parts parts) {
        now = now.plusSeconds(10);
        parts.retries().look();
    }

    TrackSynced synced(int n, String title) {
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
            if (brokerIsAway) {
                throw new IllegalStateException("no broker");
            }
            topic.forEach(watcher);
        }
    }
}
