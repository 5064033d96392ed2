package dev.segue.library.fact;

import dev.segue.library.fact.Traffic.Failure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;

/// The facts of one batch of records, and how each ends: answered, or sent to the dead letters. Used by one thread.
///
/// The connector follows only the last record of each partition. So the batch is acknowledged as a whole, after all
/// answers are written, and dead letters are sent last: sent earlier, one that closes its partition's part of the batch
/// would acknowledge the records before it.
public final class FactBatch<F extends Fact> {

    private static final Logger LOG = System.getLogger(FactBatch.class.getName());

    /// The connector's queue of dead letters takes one at a time.
    private static final ReentrantLock DEAD_LETTERS = new ReentrantLock();

    /// A record, as the connector hands it over.
    public interface Heard {

        /// Its key, topic and partition, for the log.
        String name();

        /// Its key; empty if it has none.
        String key();

        TopicPartition from();

        Headers headers();

        Optional<byte[]> value();

        /// Sends it to the dead letters, and acknowledges it.
        CompletionStage<Void> bury(Throwable reason);
    }

    /// A fact, the record it came in, and the work on it.
    public record Item<F extends Fact>(F fact, Heard heard, Tracing.Step step) {

        /// What travels on with the facts that follow from it.
        public Envelope envelope() {
            return step.envelope();
        }
    }

    private record Poison(Heard heard, Throwable reason) {}

    private final FactWriter writer;
    private final Supplier<? extends CompletionStage<Void>> acknowledge;
    private final List<Item<F>> items = new ArrayList<>();
    private final List<CompletableFuture<?>> answers = new ArrayList<>();
    private final ConcurrentLinkedQueue<Poison> poison = new ConcurrentLinkedQueue<>();

    /// Reads what can be read of `heard` as facts of `type`; the rest goes to the dead letters.
    ///
    /// @param acknowledge tells the connector that the whole batch is done
    public FactBatch(
            Class<F> type,
            Iterable<? extends Heard> heard,
            FactWriter writer,
            Supplier<? extends CompletionStage<Void>> acknowledge) {
        this.writer = writer;
        this.acknowledge = acknowledge;
        heard.forEach(one -> read(type, one).ifPresent(fact -> items.add(new Item<>(fact, one, begin(one)))));
    }

    private Tracing.Step begin(Heard one) {
        return writer.tracing().handling(one.from(), one.key(), Envelope.of(one.headers()));
    }

    /// What could be read, in order.
    public List<Item<F>> items() {
        return items;
    }

    /// Writes `answer`, in the run of the fact it answers. If that fails for another reason than the answer's size, as
    /// when the service stops, the batch stays unacknowledged and is read again.
    public void answer(Item<F> item, Fact answer) {
        answers.add(writer.write(answer, item.envelope()).exceptionallyCompose(lost -> lost(item, lost)));
        item.step().done();
    }

    /// Waits until the broker has every answer so far: for those whose next step has a price that must not be paid
    /// twice.
    ///
    /// @return whether it has; if not, [#close()] says why
    public boolean awaitAnswers() {
        return all(answers).handle((_, lost) -> lost == null).join();
    }

    private CompletableFuture<Void> lost(Item<F> item, Throwable lost) {
        item.step().failed(lost);
        if (lost instanceof RecordTooLargeException) {
            refuse(item.heard(), lost, Failure.TOO_LARGE);
            return CompletableFuture.completedFuture(null);
        }
        Traffic.failed(item.heard().from(), Failure.UNWRITTEN);
        return CompletableFuture.failedFuture(lost);
    }

    /// Sends the record of `item` to the dead letters, when the batch is closed: nobody expected `surprise`.
    public void refuse(Item<F> item, RuntimeException surprise) {
        item.step().failed(surprise);
        refuse(item.heard(), surprise, Failure.SURPRISE);
    }

    /// To be called once, after the last answer.
    ///
    /// @return completes when the broker has every answer and every dead letter, and the batch is acknowledged
    public CompletableFuture<Void> close() {
        return all(answers)
                .thenCompose(_ -> all(poison.stream().map(FactBatch::bury).toList()))
                .thenCompose(_ -> acknowledge.get())
                .whenComplete((_, _) -> items.forEach(item -> item.step().end()));
    }

    private static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }

    private Optional<F> read(Class<F> type, Heard heard) {
        Traffic.heard(heard.from());
        try {
            return Optional.of(Wire.read(type, heard.value().orElse(new byte[0])));
        } catch (IllegalArgumentException unreadable) {
            refuse(heard, unreadable, Failure.UNREADABLE);
            return Optional.empty();
        }
    }

    private void refuse(Heard heard, Throwable reason, Failure kind) {
        Traffic.failed(heard.from(), kind);
        String line = "to the dead letters: " + heard.name() + ": " + reason.getMessage();
        if (reason instanceof IllegalArgumentException) {
            LOG.log(Level.ERROR, line); // the record's fault: no trace needed
        } else {
            LOG.log(Level.ERROR, line, reason);
        }
        poison.add(new Poison(heard, reason));
    }

    private static CompletableFuture<Void> bury(Poison dead) {
        DEAD_LETTERS.lock();
        try {
            return dead.heard()
                    .bury(dead.reason())
                    .thenRun(() -> Traffic.buried(dead.heard().from()))
                    .toCompletableFuture();
        } finally {
            DEAD_LETTERS.unlock();
        }
    }
}
