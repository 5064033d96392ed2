package dev.segue.metadata.kafka;

import dev.segue.library.fact.FactWriter;
import dev.segue.metadata.Enrichment;
import dev.segue.metadata.TrackIndex;
import dev.segue.metadata.Waiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Passes misses on as their hints have them, as soon as the API takes no calls. What a kill interrupts is done again
/// after the start: by then the requests are known from their topic.
@ApplicationScoped
class PassOnWaiting {

    private final Waiting waiting;
    private final Enrichment enrichment;
    private final TrackIndex index;
    private final FactWriter facts;
    private final Turn turn;

    PassOnWaiting(Waiting waiting, Enrichment enrichment, TrackIndex index, FactWriter facts, Turn turn) {
        this.waiting = waiting;
        this.enrichment = enrichment;
        this.index = index;
        this.facts = facts;
        this.turn = turn;
    }

    /// To be called whenever it is heard how the API stands.
    void look() {
        Instant now = Instant.now();
        turn.take(() -> waiting.takeThose(id -> !index.available(id.source(), now), now)
                .forEach(asked -> {
                    var _ = facts.write(enrichment.onDelayed(asked.request(), now), asked.envelope());
                }));
    }
}
