package dev.segue.processing.kafka;

import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactBatch;
import dev.segue.library.fact.FactBatch.Item;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.TrackSynced;
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
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Synced tracks get their audio, or it is said why not.
///
/// While the output folder cannot be written the channel is paused: no thread sleeps and nothing is lost.
@ApplicationScoped
class ProcessTracks {

    private static final Logger LOG = Logger.getLogger(ProcessTracks.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /// While one waits for a disk or a network, another can work: ffmpeg itself is run once for each core.
    private static final int HANDS = 2 * Runtime.getRuntime().availableProcessors();

    private final ExecutorService crew = Executors.newFixedThreadPool(HANDS);
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
        return process(batch, batch.items(), FIRST_PAUSE);
    }

    /// Some tracks at once; answers go out as they come.
    private CompletableFuture<Void> process(FactBatch<TrackSynced> batch, List<Item<TrackSynced>> all, Duration pause) {
        var queue = new ConcurrentLinkedQueue<>(all);
        var left = new ArrayList<Item<TrackSynced>>();
        List<Future<?>> hands = Stream.<Future<?>>generate(() -> crew.submit(() -> work(batch, queue, left)))
                .limit(HANDS)
                .toList();
        for (Future<?> hand : hands) {
            try {
                hand.get();
            } catch (InterruptedException | ExecutionException stopped) {
                return CompletableFuture.failedFuture(stopped); // unacknowledged: it is read again
            }
        }
        if (!left.isEmpty()) {
            return later(pause).thenCompose(_ -> process(batch, left, next(pause)));
        }
        var _ = batch.close().whenComplete(ProcessTracks::closed);
        return CompletableFuture.completedFuture(null);
    }

    /// Takes one track after another. Most take no time at all: a task for each would cost more than they do.
    private void work(FactBatch<TrackSynced> batch, Queue<Item<TrackSynced>> queue, List<Item<TrackSynced>> left) {
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

        record Away(Item<TrackSynced> item, ShelfUnavailable why) implements Ending {}

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

    private void answer(FactBatch<TrackSynced> batch, Ending ending, List<Item<TrackSynced>> left) {
        switch (ending) {
            case Ending.Said(Item<TrackSynced> item, Fact end) -> {
                batch.answer(item, end);
                tally.count(end);
            }
            case Ending.Away(Item<TrackSynced> item, ShelfUnavailable why) -> {
                if (left.isEmpty()) {
                    LOG.warnf("Paused: %s", why.getMessage());
                }
                left.add(item);
            }
            case Ending.Surprised(Item<TrackSynced> item, RuntimeException by) -> batch.refuse(item, by);
        }
    }

    void stop(@Observes ShutdownEvent end) {
        crew.shutdownNow();
    }

    private static CompletableFuture<Void> later(Duration pause) {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static Duration next(Duration pause) {
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private static void closed(Void done, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.error("A batch was not acknowledged and will be read again after a restart", failure);
        }
    }
}
