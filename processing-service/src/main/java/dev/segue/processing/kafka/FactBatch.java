package dev.segue.processing.kafka;

import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.Wire;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/// The facts of one batch of records, and how each ends. Used by one thread at a time.
///
/// The connector follows only the last record of each partition. So the batch is acknowledged as a whole, after all
/// answers are written, and dead letters are sent last: sent earlier, one that closes its partition's part of the
/// batch would acknowledge the records before it.
final class FactBatch<F extends Fact> {

    private static final Logger LOG = Logger.getLogger(FactBatch.class);

    /// The connector's queue of dead letters takes one at a time.
    private static final ReentrantLock DEAD_LETTERS = new ReentrantLock();

    /// A fact and the record it came in.
    record Item<F extends Fact>(F fact, KafkaRecord<String, byte[]> record) {}

    private record Poison(KafkaRecord<String, byte[]> record, Throwable reason) {}

    private final KafkaRecordBatch<String, byte[]> batch;
    private final FactWriter writer;
    private final List<Item<F>> items = new ArrayList<>();
    private final List<CompletableFuture<?>> answers = new ArrayList<>();
    private final ConcurrentLinkedQueue<Poison> poison = new ConcurrentLinkedQueue<>();

    /// Reads what can be read of `batch` as facts of `type`.
    FactBatch(Class<F> type, KafkaRecordBatch<String, byte[]> batch, FactWriter writer) {
        this.batch = batch;
        this.writer = writer;
        for (KafkaRecord<String, byte[]> record : batch) {
            read(type, record).ifPresent(fact -> items.add(new Item<>(fact, record)));
        }
    }

    List<Item<F>> items() {
        return items;
    }

    /// Writes `answer`, in the run of the fact it answers.
    void answer(Item<F> item, Fact answer) {
        answers.add(
                writer.write(answer, Envelope.of(item.record().getHeaders())).exceptionally(lost -> {
                    refuse(item.record(), lost);
                    return null;
                }));
    }

    /// Sends the record of `item` to the dead letters, when the batch is closed.
    void refuse(Item<F> item, RuntimeException surprise) {
        refuse(item.record(), surprise);
    }

    /// To be called once, after the last answer.
    ///
    /// @return completes when the broker has everything and the batch is acknowledged
    CompletableFuture<Void> close() {
        return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
                .thenCompose(written -> CompletableFuture.allOf(
                        poison.stream().map(FactBatch::bury).toArray(CompletableFuture<?>[]::new)))
                .thenCompose(written -> batch.ack());
    }

    private Optional<F> read(Class<F> type, KafkaRecord<String, byte[]> record) {
        try {
            return Optional.of(
                    Wire.read(type, Optional.ofNullable(record.getPayload()).orElse(new byte[0])));
        } catch (IllegalArgumentException unreadable) {
            refuse(record, unreadable);
            return Optional.empty();
        }
    }

    private void refuse(KafkaRecord<String, byte[]> record, Throwable reason) {
        LOG.errorf(
                reason instanceof IllegalArgumentException ? null : reason, // it is the record's fault: no trace needed
                "To the dead letters: key %s of %s, partition %d: %s",
                record.getKey(),
                record.getTopic(),
                record.getPartition(),
                reason.getMessage());
        poison.add(new Poison(record, reason));
    }

    private static CompletableFuture<Void> bury(Poison dead) {
        DEAD_LETTERS.lock();
        try {
            return dead.record().nack(dead.reason()).toCompletableFuture();
        } finally {
            DEAD_LETTERS.unlock();
        }
    }
}
