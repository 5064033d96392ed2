package dev.segue.metadata.kafka;

import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.fact.Wire;
import dev.segue.metadata.Enrichment;
import dev.segue.metadata.TrackIndex;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Answers what was detected, and what was fetched, with what is known. A batch is acknowledged when the broker has all
/// that follows from it, so a kill in the middle repeats facts rather than loses them.
@ApplicationScoped
class EnrichTracks {

    private static final Logger LOG = Logger.getLogger(EnrichTracks.class);

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
        return answer(detected, bytes -> enrichment.on(Wire.read(TrackDetected.class, bytes), now));
    }

    @Incoming("track-fetched")
    @Blocking
    CompletionStage<Void> onFetched(KafkaRecordBatch<String, byte[]> fetched) {
        memory.awaitCaughtUp();
        Instant now = Instant.now();
        return answer(fetched, bytes -> {
            TrackFetched answer = Wire.read(TrackFetched.class, bytes);
            index.learn(answer);
            return enrichment.on(answer, now);
        });
    }

    private CompletionStage<Void> answer(
            KafkaRecordBatch<String, byte[]> batch, Function<byte[], List<Fact>> decision) {
        var written = new ArrayList<CompletableFuture<Void>>();
        for (KafkaRecord<String, byte[]> heard : batch) {
            try {
                Envelope envelope = Envelope.of(heard.getHeaders());
                decision.apply(heard.getPayload()).forEach(fact -> written.add(facts.write(fact, envelope)));
            } catch (RuntimeException surprise) { // unreadable, or a mistake of ours: it must not stop the others
                LOG.errorf(
                        "to the dead letters: \"%s\" of %s-%d: %s",
                        heard.getKey(), heard.getTopic(), heard.getPartition(), surprise.getMessage());
                written.add(heard.nack(surprise).toCompletableFuture());
            }
        }
        return CompletableFuture.allOf(written.toArray(CompletableFuture[]::new))
                .thenCompose(_ -> batch.ack());
    }
}
