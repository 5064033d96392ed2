package dev.segue.sync.kafka;

import dev.segue.library.fact.FactBatch;
import dev.segue.library.fact.FactBatch.Item;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.service.HeardRecord;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Sync;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Enriched tracks go into the catalogue, up to a hundred at a time.
///
/// While the catalogue is unavailable the channel is paused: no thread sleeps and nothing is lost. The next batch
/// begins when the catalogue has this one; that the broker has its answers is awaited behind.
@ApplicationScoped
class SyncTracks {

    private static final Logger LOG = Logger.getLogger(SyncTracks.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Sync sync;
    private final FactWriter facts;

    SyncTracks(Sync sync, FactWriter facts) {
        this.sync = sync;
        this.facts = facts;
    }

    @Incoming("track-enriched")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> records) {
        var batch = new FactBatch<>(TrackEnriched.class, HeardRecord.all(records), facts, records::ack);
        var left = new ArrayDeque<List<Item<TrackEnriched>>>();
        if (!batch.items().isEmpty()) {
            left.add(batch.items());
        }
        return sync(batch, left, FIRST_PAUSE);
    }

    /// Works off the groups of facts in `left`. One that surprises is taken apart, so that only the culprit is refused.
    private CompletableFuture<Void> sync(
            FactBatch<TrackEnriched> batch, Deque<List<Item<TrackEnriched>>> left, Duration pause) {
        while (!left.isEmpty()) {
            try {
                sync(batch, left);
            } catch (CatalogueUnavailable away) {
                Duration wait = away.pause().orElse(pause);
                LOG.warnf("Paused for %s: %s", wait, away.getMessage());
                return later(wait).thenCompose(passed -> sync(batch, left, next(pause)));
            } catch (RuntimeException surprise) {
                takeApart(batch, left, surprise);
            }
        }
        var _ = batch.close().whenComplete(SyncTracks::closed);
        return CompletableFuture.completedFuture(null);
    }

    /// Works off the first group; of what fails in the middle, that stays which has no answer.
    private void sync(FactBatch<TrackEnriched> batch, Deque<List<Item<TrackEnriched>>> left) {
        List<Item<TrackEnriched>> items = left.remove();
        var open = new ArrayDeque<>(items);
        try {
            sync.on(items.stream().map(Item::fact).toList(), answer -> {
                batch.answer(open.element(), answer);
                open.remove();
            });
        } finally {
            if (!open.isEmpty()) {
                left.addFirst(List.copyOf(open));
            }
        }
    }

    private static void takeApart(
            FactBatch<TrackEnriched> batch, Deque<List<Item<TrackEnriched>>> left, RuntimeException surprise) {
        List<Item<TrackEnriched>> failed = left.remove();
        if (failed.size() == 1) {
            batch.refuse(failed.getFirst(), surprise);
        } else {
            failed.forEach(item -> left.add(List.of(item)));
        }
    }

    private static CompletableFuture<Void> later(Duration pause) {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static Duration next(Duration pause) {
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private static void closed(Void done, @org.jspecify.annotations.Nullable Throwable failure) {
        if (failure != null) {
            LOG.error("A batch was not acknowledged and will be read again after a restart", failure);
        }
    }
}
