package dev.segue.local.containers;

import dev.segue.library.fact.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Prints topic, time and key of every record there is, and of every dead letter: a program that runs beside the
/// broker, which nobody outside of its network can reach.
public final class Ledger {

    private Ledger() {}

    public static void main(String[] arguments) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", System.getenv("KAFKA_BOOTSTRAP_SERVERS"), "max.poll.records", 5_000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(Topic.values())
                    .flatMap(topic -> Stream.of(topic.topic(), topic.deadLetters()))
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Predicate<TopicPartition> unread = part -> consumer.position(part) < ends.getOrDefault(part, 0L);
            while (partitions.stream().anyMatch(unread)) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(
                                fact -> System.out.println(fact.topic() + "\t" + fact.timestamp() + "\t" + fact.key()));
            }
        }
    }
}
