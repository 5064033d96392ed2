package dev.segue.library.fact;

import dev.segue.library.fact.GroupLag.Behind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// One look of [GroupLag] at all partitions.
final class GroupLook {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLLS = 4;

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    GroupLook(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /// How far the group is behind, by partition.
    ///
    /// @param before the same at an earlier look: the time of a record that is still the first is not read again
    Map<Integer, Behind> behind(Map<Integer, Behind> before) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> positions = positions();
        var now = new HashMap<Integer, Behind>();
        var unknown = new HashMap<TopicPartition, Long>();
        positions.forEach((place, position) -> {
            long records = Math.max(0, ends.getOrDefault(place, 0L) - position);
            Optional<Instant> known = Optional.ofNullable(before.get(place.partition()))
                    .filter(seen -> records > 0 && seen.position() == position)
                    .flatMap(Behind::oldest);
            if (records > 0 && known.isEmpty()) {
                unknown.put(place, position);
            }
            now.put(place.partition(), new Behind(position, records, known));
        });
        times(unknown)
                .forEach((partition, time) -> now.computeIfPresent(
                        partition, (_, seen) -> new Behind(seen.position(), seen.records(), Optional.of(time))));
        return now;
    }

    /// What the group has committed; where it has not, it will begin at the beginning.
    private Map<TopicPartition, Long> positions() {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
        var positions = new HashMap<>(consumer.beginningOffsets(partitions));
        committed.forEach((place, offset) -> {
            if (offset != null) {
                positions.merge(place, offset.offset(), Math::max);
            }
        });
        return positions;
    }

    /// When the record at each of `positions` was written, of those that can be read soon.
    private Map<Integer, Instant> times(Map<TopicPartition, Long> positions) {
        var times = new HashMap<Integer, Instant>();
        var left = new HashSet<>(positions.keySet());
        consumer.assign(positions.keySet());
        positions.forEach((place, position) -> consumer.seek(place, position));
        for (int poll = 0; poll < POLLS && !left.isEmpty(); poll++) {
            var records = consumer.poll(POLL);
            for (TopicPartition place : records.partitions()) {
                ConsumerRecord<byte[], byte[]> first = records.records(place).getFirst();
                times.putIfAbsent(place.partition(), Instant.ofEpochMilli(first.timestamp()));
                left.remove(place);
            }
            consumer.pause(records.partitions());
        }
        consumer.unsubscribe(); // with it go the pauses
        return times;
    }
}
