package dev.segue.library.fact;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Writes facts to their topics, with the envelope in headers: `segue-run`, CloudEvents `ce_*`, and the
/// W3C trace context.
/// Thread-safe, as the producer is.
public final class FactWriter implements AutoCloseable {

    private static final Duration FLUSH = Duration.ofSeconds(10);

    private final Producer<String, byte[]> producer;
    private final FactHeaders headers;
    private final Tracing tracing;

    /// @param service the service that writes: the `ce_source` of its facts
    public FactWriter(Producer<String, byte[]> producer, String service) {
        this(producer, service, Tracing.OFF);
    }

    /// The same, for somebody who watches.
    public FactWriter(Producer<String, byte[]> producer, String service, Tracing tracing) {
        this.producer = producer;
        this.headers = new FactHeaders(service);
        this.tracing = tracing;
    }

    /// A writer with a producer of its own, which never gives up: while the broker is away facts wait, and none is
    /// lost.
    ///
    /// @param kafka   settings of the Kafka client; `bootstrap.servers` at least
    /// @param service the service that writes
    public static FactWriter open(Map<String, Object> kafka, String service) {
        return open(kafka, service, Tracing.OFF);
    }

    /// The same, for somebody who watches.
    public static FactWriter open(Map<String, Object> kafka, String service, Tracing tracing) {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // with more in flight, a partition that is just being created may take the second batch before the first,
        // and then refuses the first for ever
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.LARGEST_RECORD);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.MAX_VALUE);
        return new FactWriter(
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()), service, tracing);
    }

    /// Sends what is still here, for ten seconds at most.
    @Override
    public void close() {
        producer.close(FLUSH);
    }

    /// Sends `fact` on its way.
    ///
    /// @return completes when the broker has it, or with the Kafka client's exception
    public CompletableFuture<Void> write(Fact fact, Envelope envelope) {
        var written = new CompletableFuture<Void>();
        Tracing.Step step = tracing.writing(fact, envelope);
        var _ = producer.send(record(fact, step.envelope()), (place, failure) -> {
            if (failure == null) {
                step.end();
                Traffic.written(new TopicPartition(place.topic(), place.partition()));
                written.complete(null);
            } else {
                step.failed(failure);
                step.end();
                written.completeExceptionally(failure);
            }
        });
        return written;
    }

    /// Who watches what is written.
    Tracing tracing() {
        return tracing;
    }

    private ProducerRecord<String, byte[]> record(Fact fact, Envelope envelope) {
        var sent = new ProducerRecord<>(Topic.of(fact).topic(), fact.key(), Wire.write(fact));
        headers.add(sent.headers(), fact, envelope);
        return sent;
    }
}
