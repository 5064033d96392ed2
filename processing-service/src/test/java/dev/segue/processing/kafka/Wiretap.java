package dev.segue.processing.kafka;

import dev.segue.library.fact.Envelope;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/// Writes to a broker and hears all that is said there. Used by one thread.
final class Wiretap implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final FactWriter facts;
    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();

    Wiretap(String servers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer());
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

    void say(dev.segue.library.fact.Fact fact, String run) {
        facts.write(fact, Envelope.of(run)).join();
    }

    void say(ProducerRecord<String, byte[]> record) throws Exception {
        producer.send(record).get();
    }

    /// Waits until `count` records that are `wanted` were said.
    List<ConsumerRecord<String, byte[]>> await(int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .pollInSameThread()
                .until(() -> {
                    consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
                    return heard.stream().filter(wanted).count() >= count;
                });
        return heard.stream().filter(wanted).toList();
    }

    static Predicate<ConsumerRecord<String, byte[]>> about(Topic topic, String run) {
        return record -> record.topic().equals(topic.topic()) && run.equals(header(record, Envelope.RUN));
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
