package dev.segue.processing.kafka;

import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactBatch;
import dev.segue.library.fact.FactBatch.Item;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.Processing;
import dev.segue.processing.ShelfUnavailable;
import dev.segue.processing.Tally;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
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
        return process(batch, new ArrayDeque<>(batch.items()), FIRST_PAUSE);
    }

    private CompletableFuture<Void> process(
            FactBatch<TrackSynced> batch, Deque<Item<TrackSynced>> left, Duration pause) {
        while (!left.isEmpty()) {
            try {
                process(batch, left.element());
            } catch (ShelfUnavailable away) {
                LOG.warnf("Paused for %s: %s", pause, away.getMessage());
                return later(pause).thenCompose(passed -> process(batch, left, next(pause)));
            } catch (RuntimeException surprise) {
                batch.refuse(left.element(), surprise);
            }
            left.remove();
        }
        var _ = batch.close().whenComplete(ProcessTracks::closed);
        return CompletableFuture.completedFuture(null);
    }

    private void process(FactBatch<TrackSynced> batch, Item<TrackSynced> item) {
        Fact end = processing.on(item.fact()).fact(item.fact().track().id(), Instant.now());
        batch.answer(item, end);
        tally.count(end);
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
