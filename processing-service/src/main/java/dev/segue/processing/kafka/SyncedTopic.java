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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/// The topic itself is the memory: it keeps the newest fact of each track. It is read through for what is
/// seldom asked for: one track, or all.
@Singleton
class SyncedTopic implements SyncedTracks {

    private static final Logger LOG = Logger.getLogger(SyncedTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> broker;

    SyncedTopic(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = Map.copyOf(broker);
    }

    @Override
    public Optional<TrackSynced> find(TrackId id) {
        var last = new AtomicReference<Optional<byte[]>>(Optional.empty());
        read(record -> {
            if (id.toString().equals(record.key())) {
                last.set(Optional.ofNullable(record.value()));
            }
        });
        return last.get().map(bytes -> Wire.read(TrackSynced.class, bytes));
    }

    /// What cannot be read went to the dead letters when it came.
    @Override
    public void each(Consumer<TrackSynced> watcher) {
        read(record -> {
            try {
                watcher.accept(Wire.read(TrackSynced.class, record.value()));
            } catch (IllegalArgumentException dead) {
                LOG.debugf(dead, "passed over: %s", record.key());
            }
        });
    }

    private void read(Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.TRACK_SYNCED.topic()).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
                consumer.poll(POLL).forEach(reader);
            }
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
