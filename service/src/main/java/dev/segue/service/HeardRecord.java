package dev.segue.service;

import dev.segue.library.fact.FactBatch;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;

/// A record of the connector, for [FactBatch].
public record HeardRecord(KafkaRecord<String, byte[]> heard) implements FactBatch.Heard {

    /// The records of `batch`, in order.
    public static List<HeardRecord> all(KafkaRecordBatch<String, byte[]> batch) {
        return batch.getRecords().stream().map(HeardRecord::new).toList();
    }

    @Override
    public String name() {
        return "key %s of %s, partition %d".formatted(heard.getKey(), heard.getTopic(), heard.getPartition());
    }

    @Override
    public String key() {
        return Objects.requireNonNullElse(heard.getKey(), "");
    }

    @Override
    public TopicPartition from() {
        return new TopicPartition(heard.getTopic(), heard.getPartition());
    }

    @Override
    public Headers headers() {
        // the record's own: getHeaders() copies them
        return heard.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(metadata -> metadata.getRecord().headers())
                .orElseGet(heard::getHeaders);
    }

    @Override
    public Optional<byte[]> value() {
        return Optional.ofNullable(heard.getPayload());
    }

    @Override
    public CompletionStage<Void> bury(Throwable reason) {
        return heard.nack(reason);
    }
}
