package dev.segue.processing.kafka;

import dev.segue.library.TrackId;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.Wire;
import dev.segue.processing.SyncedTracks;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// The topic itself is the memory: it keeps the newest fact of each track. It is read through for one track, which is
/// seldom asked for.
@Singleton
class SyncedTopic implements SyncedTracks {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> broker;

    SyncedTopic(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = Map.copyOf(broker);
    }

    @Override
    public Optional<TrackSynced> find(TrackId id) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.TRACK_SYNCED.topic()).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Optional<byte[]> last = Optional.empty();
            while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (id.toString().equals(record.key())) {
                        last = Optional.ofNullable(record.value());
                    }
                }
            }
            return last.map(bytes -> Wire.read(TrackSynced.class, bytes));
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(broker);
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("client.id", "processing-service-retry");
        settings.remove("group.id");
        settings.remove("group.instance.id");
        return settings;
    }
}
