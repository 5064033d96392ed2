package dev.segue.sync.kafka;

import dev.segue.library.fact.FactBatch;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.service.HeardRecord;
import dev.segue.sync.CataloguePause;
import dev.segue.sync.Sync;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Enriched tracks go into the catalogue.
///
/// While the catalogue is unavailable the channel is paused: no thread sleeps and nothing is lost. That the broker has
/// the answers of a batch is awaited behind.
@ApplicationScoped
class SyncTracks {

    private final Backlog backlog;
    private final FactWriter facts;

    SyncTracks(Sync sync, CataloguePause paused, FactWriter facts) {
        this.backlog = new Backlog(sync, paused);
        this.facts = facts;
    }

    @Incoming("track-enriched")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> records) {
        return backlog.add(new FactBatch<>(TrackEnriched.class, HeardRecord.all(records), facts, records::ack));
    }

    /// Before the writer of facts is closed, without which the answers would be lost.
    @PreDestroy
    void stop() {
        backlog.stop();
    }
}
