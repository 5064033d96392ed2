package dev.segue.metadata.kafka;

import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactBatch;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import dev.segue.metadata.Enrichment;
import dev.segue.metadata.TrackIndex;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Answers what was detected, and what was fetched, with what is known. A batch is acknowledged when the broker has all
/// that follows from it, so a kill in the middle repeats facts rather than loses them.
@ApplicationScoped
class EnrichTracks {

    private final Enrichment enrichment;
    private final TrackIndex index;
    private final ReplayTopics memory;
    private final FactWriter facts;

    EnrichTracks(Enrichment enrichment, TrackIndex index, ReplayTopics memory, FactWriter facts) {
        this.enrichment = enrichment;
        this.index = index;
        this.memory = memory;
        this.facts = facts;
    }

    @Incoming("track-detected")
    @Blocking
    CompletionStage<Void> onDetected(KafkaRecordBatch<String, byte[]> detected) {
        memory.awaitCaughtUp();
        Instant now = Instant.now();
        return answer(TrackDetected.class, detected, track -> enrichment.on(track, now));
    }

    @Incoming("track-fetched")
    @Blocking
    CompletionStage<Void> onFetched(KafkaRecordBatch<String, byte[]> fetched) {
        memory.awaitCaughtUp();
        Instant now = Instant.now();
        return answer(TrackFetched.class, fetched, answer -> {
            index.learn(answer);
            return enrichment.on(answer, now);
        });
    }

    private <F extends Fact> CompletionStage<Void> answer(
            Class<F> type, KafkaRecordBatch<String, byte[]> records, Function<F, List<Fact>> decision) {
        var batch = new FactBatch<>(type, HeardRecord.all(records), facts, records::ack);
        for (FactBatch.Item<F> item : batch.items()) {
            try {
                decision.apply(item.fact()).forEach(fact -> batch.answer(item, fact));
            } catch (RuntimeException surprise) { // a mistake of ours about one track must not stop the others
                batch.refuse(item, surprise);
            }
        }
        return batch.close();
    }
}
