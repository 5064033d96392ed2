package dev.segue.metadata.kafka;

import dev.segue.library.TrackId;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactBatch;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import dev.segue.metadata.Enrichment;
import dev.segue.metadata.Moves;
import dev.segue.metadata.TrackIndex;
import dev.segue.metadata.Waiting;
import dev.segue.service.HeardRecord;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Answers what was detected, fetched or shown with what is known. A batch is acknowledged when the broker has all that
/// follows from it, so a kill in the middle repeats facts rather than loses them.
@ApplicationScoped
class EnrichTracks {

    private final Enrichment enrichment;
    private final TrackIndex index;
    private final Moves moves;
    private final Waiting waiting;
    private final ReplayTopics memory;
    private final FactWriter facts;
    private final Turn turn;
    private final AvoidedCalls avoided;

    EnrichTracks(
            Enrichment enrichment,
            TrackIndex index,
            Moves moves,
            Waiting waiting,
            ReplayTopics memory,
            FactWriter facts,
            Turn turn,
            AvoidedCalls avoided) {
        this.enrichment = enrichment;
        this.index = index;
        this.moves = moves;
        this.waiting = waiting;
        this.memory = memory;
        this.facts = facts;
        this.turn = turn;
        this.avoided = avoided;
    }

    @Incoming("track-detected")
    @Blocking
    CompletionStage<Void> onDetected(KafkaRecordBatch<String, byte[]> detected) {
        memory.awaitCaughtUp();
        Instant now = Instant.now();
        return answer(TrackDetected.class, detected, (batch, item) -> {
            List<Fact> said = enrichment.on(item.fact(), now);
            said.forEach(fact -> batch.answer(item, fact));
            avoided.count(said);
            if (said.size() == 1 && said.getFirst() instanceof FetchRequested request) {
                waiting.add(request, item.envelope());
            }
        });
    }

    @Incoming("track-fetched")
    @Blocking
    CompletionStage<Void> onFetched(KafkaRecordBatch<String, byte[]> fetched) {
        memory.awaitCaughtUp();
        Instant now = Instant.now();
        return answer(TrackFetched.class, fetched, (batch, item) -> {
            index.learn(item.fact());
            waiting.answered(item.fact().id());
            enrichment.on(item.fact(), now).forEach(fact -> batch.answer(item, fact));
        });
    }

    @Incoming("playlist-observed")
    @Blocking
    CompletionStage<Void> onObserved(KafkaRecordBatch<String, byte[]> observed) {
        memory.awaitCaughtUp();
        Instant now = Instant.now();
        return answer(PlaylistObserved.class, observed, (batch, item) -> {
            memory.learn(item.fact());
            for (TrackId id : moves.of(item.fact())) {
                enrichment.onMoved(id, now).forEach(fact -> batch.answer(item, fact));
            }
        });
    }

    private <F extends Fact> CompletionStage<Void> answer(
            Class<F> type,
            KafkaRecordBatch<String, byte[]> records,
            BiConsumer<FactBatch<F>, FactBatch.Item<F>> decision) {
        var batch = new FactBatch<>(type, HeardRecord.all(records), facts, records::ack);
        for (FactBatch.Item<F> item : batch.items()) {
            try {
                turn.take(() -> decision.accept(batch, item));
            } catch (RuntimeException surprise) { // a mistake of ours about one track must not stop the others
                batch.refuse(item, surprise);
            }
        }
        return batch.close();
    }
}
