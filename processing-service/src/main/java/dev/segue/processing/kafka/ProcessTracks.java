package dev.segue.processing.kafka;

import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactBatch;
import dev.segue.library.fact.FactBatch.Item;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.Outcome;
import dev.segue.processing.Processing;
import dev.segue.processing.ShelfUnavailable;
import dev.segue.processing.Tally;
import dev.segue.service.HeardRecord;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Synced tracks get their audio, or it is said why not.
///
/// What cannot be written to the output folder now is held and tried again, its record unacknowledged; everything else
/// goes on. Only if very many are held the channel is paused. No thread sleeps, and nothing is lost.
@ApplicationScoped
class ProcessTracks {

    private static final Logger LOG = Logger.getLogger(ProcessTracks.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /// After so many tries it is said why a track has no file yet.
    private static final int PATIENCE = 1;

    private static final int MOST_WAITING = 5_000;

    /// While one waits for a disk or a network, another can work: ffmpeg itself is run once for each core.
    private static final int HANDS = 2 * Runtime.getRuntime().availableProcessors();

    private final ExecutorService crew = Executors.newFixedThreadPool(HANDS);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Processing processing;
    private final Tally tally;
    private final FactWriter facts;

    ProcessTracks(Processing processing, Tally tally, FactWriter facts) {
        this.processing = processing;
        this.tally = tally;
        this.facts = facts;
    }

    @Incoming("track-synced")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> records) {
        var batch = new FactBatch<>(TrackSynced.class, HeardRecord.all(records), facts, records::ack);
        CompletableFuture<Void> through = process(batch, batch.items(), 0);
        boolean goOn = !through.isCompletedExceptionally() && waiting.get() < MOST_WAITING;
        return goOn ? CompletableFuture.completedFuture(null) : through;
    }

    /// Some tracks at once; answers go out as they come.
    ///
    /// @param tries that they had before
    /// @return completes when all are answered
    private CompletableFuture<Void> process(FactBatch<TrackSynced> batch, List<Item<TrackSynced>> all, int tries) {
        var queue = new ConcurrentLinkedQueue<>(all);
        var away = new ArrayList<Ending.Away>();
        List<Future<?>> hands = Stream.<Future<?>>generate(() -> crew.submit(() -> work(batch, queue, away)))
                .limit(HANDS)
                .toList();
        for (Future<?> hand : hands) {
            try {
                hand.get();
            } catch (InterruptedException | ExecutionException stopped) {
                return CompletableFuture.failedFuture(stopped); // unacknowledged: it is read again
            }
        }
        waiting.addAndGet(away.size() - (tries == 0 ? 0 : all.size()));
        if (away.isEmpty()) {
            var _ = batch.close().whenComplete(ProcessTracks::closed);
            return CompletableFuture.completedFuture(null);
        }
        if (tries == PATIENCE) {
            away.forEach(one -> batch.answer(one.item(), one.said()));
        }
        List<Item<TrackSynced>> left = away.stream().map(Ending.Away::item).toList();
        return later(tries).thenCompose(_ -> process(batch, left, tries + 1));
    }

    /// Takes one track after another. Most take no time at all: a task for each would cost more than they do.
    private void work(FactBatch<TrackSynced> batch, Queue<Item<TrackSynced>> queue, List<Ending.Away> left) {
        for (Item<TrackSynced> item = queue.poll(); item != null; item = queue.poll()) {
            Ending ending = lead(item);
            synchronized (left) {
                answer(batch, ending, left);
            }
        }
    }

    /// How the work on one record ended.
    private sealed interface Ending {
        record Said(Item<TrackSynced> item, Fact end) implements Ending {}

        record Away(Item<TrackSynced> item, ShelfUnavailable why) implements Ending {

            /// Why there is no file yet.
            Fact said() {
                return Outcome.held(why).fact(item.fact().track().id(), Instant.now());
            }
        }

        record Surprised(Item<TrackSynced> item, RuntimeException by) implements Ending {}
    }

    private Ending lead(Item<TrackSynced> item) {
        try {
            TrackSynced synced = item.fact();
            return new Ending.Said(
                    item, processing.on(synced).fact(synced.track().id(), Instant.now()));
        } catch (ShelfUnavailable away) {
            return new Ending.Away(item, away);
        } catch (RuntimeException surprise) {
            return new Ending.Surprised(item, surprise);
        }
    }

    private void answer(FactBatch<TrackSynced> batch, Ending ending, List<Ending.Away> left) {
        switch (ending) {
            case Ending.Said(Item<TrackSynced> item, Fact end) -> {
                batch.answer(item, end);
                tally.count(end);
            }
            case Ending.Away away -> {
                if (left.isEmpty()) {
                    LOG.warnf("Waiting: %s", away.why().getMessage());
                }
                left.add(away);
            }
            case Ending.Surprised(Item<TrackSynced> item, RuntimeException by) -> batch.refuse(item, by);
        }
    }

    void stop(@Observes ShutdownEvent end) {
        crew.shutdownNow();
    }

    /// Twice as long each time, up to a limit.
    private static CompletableFuture<Void> later(int tries) {
        long millis = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(tries, 10));
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Thread::startVirtualThread));
    }

    private static void closed(Void done, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.error("A batch was not acknowledged and will be read again after a restart", failure);
        }
    }
}
