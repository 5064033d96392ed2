package dev.segue.sync.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.FactBatch;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.Tracing;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.Wire;
import dev.segue.sync.CataloguePause;
import dev.segue.sync.Enriched;
import dev.segue.sync.Sync;
import dev.segue.sync.SyncRules;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/// Tests that have a backlog before a catalogue in memory, and hear what is said of facts.
abstract class WithBacklog {

    final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    final CataloguePause paused = new CataloguePause(Clock.systemUTC());
    final List<String> ended = new CopyOnWriteArrayList<>();
    final Questioned catalogue = new Questioned();
    Tracing tracing = Tracing.OFF;

    Backlog backlog() {
        return new Backlog(new Sync(catalogue, SyncRules.STANDARD, Clock.systemUTC()), paused);
    }

    void awaitAnswers(int count) {
        Awaitility.await().until(() -> broker.history().size() >= count);
        assertThat(broker.history()).hasSize(count);
    }

    List<String> keys() {
        return broker.history().stream().map(ProducerRecord::key).toList();
    }

    static List<String> ids(Integer... numbers) {
        return Stream.of(numbers).map(n -> Enriched.id(n).toString()).toList();
    }

    FactBatch<TrackEnriched> batch(int from, int to) {
        return batch(IntStream.range(from, to).boxed().toList());
    }

    FactBatch<TrackEnriched> batch(List<Integer> numbers) {
        return new FactBatch<>(
                TrackEnriched.class,
                numbers.stream().map(Said::new).toList(),
                new FactWriter(broker, "test", tracing),
                () -> tell("acknowledged " + numbers.getFirst()));
    }

    private CompletionStage<Void> tell(String what) {
        ended.add(what);
        return CompletableFuture.completedFuture(null);
    }

    /// The record about one track.
    private final class Said implements FactBatch.Heard {

        private final int number;

        Said(int number) {
            this.number = number;
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
            return new TopicPartition("track-enriched", 3);
        }

        @Override
        public Headers headers() {
            return new RecordHeaders();
        }

        @Override
        public Optional<byte[]> value() {
            return Optional.of(Wire.write(Enriched.track(number).fact()));
        }

        @Override
        public CompletionStage<Void> bury(Throwable reason) {
            return tell("buried " + number);
        }
    }
}
