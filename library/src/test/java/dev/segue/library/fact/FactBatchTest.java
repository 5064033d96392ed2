package dev.segue.library.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.TrackId;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class FactBatchTest {

    private static final TrackId ID = TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC");
    private static final TrackRejected FACT =
            new TrackRejected(ID, TrackRejected.Stage.SYNC, TrackRejected.Reason.NOT_STORABLE, "why", Instant.EPOCH);

    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    private final List<String> told = new ArrayList<>();
    private Headers heard = new RecordHeaders();

    @Test
    void deadLettersAreSentAndTheBatchIsAcknowledgedOnlyWhenTheAnswersAreWritten() {
        var batch = batch(Wire.write(FACT), "poison".getBytes(UTF_8));
        batch.answer(batch.items().getFirst(), FACT);

        CompletableFuture<Void> closed = batch.close();

        assertThat(told).isEmpty();
        broker.completeNext();
        assertThat(closed).isCompleted();
        assertThat(told).containsExactly("buried 1", "acknowledged");
    }

    @Test
    void aBatchWhoseAnswerIsLostWhenTheServiceStopsIsReadAgain() {
        var batch = batch(Wire.write(FACT));
        batch.answer(batch.items().getFirst(), FACT);
        CompletableFuture<Void> closed = batch.close();

        broker.errorNext(new KafkaException("Producer is closed forcefully."));

        assertThat(closed).isCompletedExceptionally();
        assertThat(told).isEmpty();
    }

    @Test
    void aFactWhoseAnswerIsTooLargeGoesToTheDeadLetters() {
        var batch = batch(Wire.write(FACT));
        batch.answer(batch.items().getFirst(), FACT);
        CompletableFuture<Void> closed = batch.close();

        broker.errorNext(new RecordTooLargeException("2 MB"));

        assertThat(closed).isCompleted();
        assertThat(told).containsExactly("buried 0", "acknowledged");
    }

    @Test
    void whatIsHeardWrittenRefusedAndBuriedIsCounted() {
        var registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try {
            var batch = batch(Wire.write(FACT), "poison".getBytes(UTF_8));
            batch.answer(batch.items().getFirst(), FACT);
            var closed = batch.close();
            broker.completeNext();

            assertThat(closed).isCompleted();
            assertThat(count(registry, "segue.records.in", "topic", "heard-here", "partition", "3"))
                    .isEqualTo(2);
            assertThat(count(registry, "segue.records.out", "topic", "track-rejected", "partition", "0"))
                    .isEqualTo(1);
            assertThat(count(registry, "segue.failures", "topic", "heard-here", "reason", "unreadable"))
                    .isEqualTo(1);
            assertThat(count(registry, "segue.dead.letters", "topic", "heard-here"))
                    .isEqualTo(1);
        } finally {
            Metrics.removeRegistry(registry);
        }
    }

    @Test
    void anAnswerCarriesOnWhatItsCauseCarriedThoughNobodyTracesHere() {
        String place = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        heard = EnvelopeTest.headers("segue-run", "r1", "traceparent", place, "tracestate", "vendor=1");
        var batch = batch(Wire.write(FACT));

        batch.answer(batch.items().getFirst(), FACT);

        assertThat(broker.history())
                .singleElement()
                .extracting(answer -> Envelope.of(answer.headers()))
                .isEqualTo(Envelope.of(heard));
    }

    @Test
    void whoTracesSeesEachRecordBeginAndEndOnceTheBatchIsAcknowledged() {
        var steps = new Steps();
        var batch = batch(steps, Wire.write(FACT), Wire.write(FACT));
        batch.answer(batch.items().getFirst(), FACT);
        batch.refuse(batch.items().getLast(), new IllegalStateException("a mistake"));
        var closed = batch.close();
        assertThat(steps.told())
                .containsExactly(
                        "handling key 0",
                        "handling key 1",
                        "writing track-rejected for handling key 0",
                        "done handling key 0",
                        "failed handling key 1");

        broker.completeNext();

        assertThat(closed).isCompleted();
        assertThat(steps.told().subList(5, 8))
                .containsExactly(
                        "end writing track-rejected for handling key 0", "end handling key 0", "end handling key 1");
        assertThat(broker.history())
                .singleElement()
                .extracting(answer -> Envelope.of(answer.headers()).runId())
                .isEqualTo(Optional.of("writing track-rejected for handling key 0"));
    }

    private static double count(SimpleMeterRegistry registry, String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    private FactBatch<TrackRejected> batch(byte[]... values) {
        return batch(Tracing.OFF, values);
    }

    private FactBatch<TrackRejected> batch(Tracing tracing, byte[]... values) {
        var said = new ArrayList<FactBatch.Heard>();
        for (byte[] value : values) {
            said.add(new Said(said.size(), value));
        }
        var writer = new FactWriter(broker, "test", tracing);
        return new FactBatch<>(TrackRejected.class, said, writer, () -> tell("acknowledged"));
    }

    private CompletionStage<Void> tell(String what) {
        told.add(what);
        return CompletableFuture.completedFuture(null);
    }

    /// A record that says when it is buried.
    private final class Said implements FactBatch.Heard {

        private final int number;
        private final byte[] value;

        Said(int number, byte[] value) {
            this.number = number;
            this.value = value;
        }

        @Override
        public String name() {
            return "record " + number;
        }

        @Override
        public String key() {
            return "key " + number;
        }

        @Override
        public TopicPartition from() {
            return new TopicPartition("heard-here", 3);
        }

        @Override
        public Headers headers() {
            return heard;
        }

        @Override
        public Optional<byte[]> value() {
            return Optional.of(value);
        }

        @Override
        public CompletionStage<Void> bury(Throwable reason) {
            return tell("buried " + number);
        }
    }
}
