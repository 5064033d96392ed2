package dev.segue.testkit;

import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/// Writes to a broker and hears all that is said there, dead letters included. For tests; used by one thread.
public final class Wiretap implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final FactWriter facts;
    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();

    /// @param servers the broker's `bootstrap.servers`
    public Wiretap(String servers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "max.request.size", Topic.LARGEST_RECORD),
                new StringSerializer(),
                new ByteArraySerializer());
        facts = new FactWriter(producer, "test");
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        "wiretap-" + System.nanoTime(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(Stream.of(Topic.values())
                .flatMap(topic -> Stream.of(topic.topic(), topic.deadLetters()))
                .toList());
    }

    /// Says `fact` as part of `run`, and returns when the broker has it.
    public void say(Fact fact, String run) {
        facts.write(fact, Envelope.of(run)).join();
    }

    /// Says all of `many` as part of `run`, one after another, and returns when the broker has them.
    public void say(List<? extends Fact> many, String run) {
        many.stream().map(fact -> facts.write(fact, Envelope.of(run))).toList().forEach(CompletableFuture::join);
    }

    /// Says anything, and returns when the broker has it.
    public void say(ProducerRecord<String, byte[]> anything) throws Exception {
        producer.send(anything).get();
    }

    /// Waits until `count` records that are `wanted` were said; gives all of them.
    public List<ConsumerRecord<String, byte[]>> await(int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .pollInSameThread()
                .until(() -> {
                    consumer.poll(POLL).forEach(heard::add);
                    return heard.stream().filter(wanted).count() >= count;
                });
        return heard.stream().filter(wanted).toList();
    }

    /// What belongs to `run` in `topic`.
    public static Predicate<ConsumerRecord<String, byte[]>> about(Topic topic, String run) {
        return sent -> sent.topic().equals(topic.topic()) && run.equals(header(sent, Envelope.RUN));
    }

    /// A header as text; empty if there is none.
    public static String header(ConsumerRecord<String, byte[]> sent, String name) {
        var header = sent.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
