package dev.segue.library.fact;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/// Counts what goes in and out of topics, in the registry of the process; where nobody reads that, this costs next to
/// nothing. Thread-safe. The names are in `docs/monitoring.md`.
final class Traffic {

    /// Why a record could not be handled.
    enum Failure {
        /// it is no fact
        UNREADABLE,
        /// the handler threw what nobody expected
        SURPRISE,
        /// its answer is larger than the broker takes
        TOO_LARGE,
        /// its answer did not reach the broker, as when the service stops: the record is read again
        UNWRITTEN
    }

    private static final Map<TopicPartition, Counter> IN = new ConcurrentHashMap<>();
    private static final Map<TopicPartition, Counter> OUT = new ConcurrentHashMap<>();

    private Traffic() {}

    /// Counts from zero: an alert cannot see the rise of a counter that begins with one.
    static void expect(Topic topic) {
        for (Failure why : Failure.values()) {
            failures(topic.topic(), why).increment(0);
        }
        deadLetters(topic.topic()).increment(0);
        for (int partition = 0; partition < topic.partitions(); partition++) {
            in(new TopicPartition(topic.topic(), partition)).increment(0);
        }
    }

    /// A handler has a record.
    static void heard(TopicPartition from) {
        in(from).increment();
    }

    /// The broker has a fact.
    static void written(TopicPartition to) {
        OUT.computeIfAbsent(to, place -> counter("segue.records.out", place)).increment();
    }

    static void failed(TopicPartition from, Failure why) {
        failures(from.topic(), why).increment();
    }

    /// A record is in the dead letters.
    static void buried(TopicPartition from) {
        deadLetters(from.topic()).increment();
    }

    private static Counter in(TopicPartition from) {
        return IN.computeIfAbsent(from, place -> counter("segue.records.in", place));
    }

    private static Counter counter(String name, TopicPartition place) {
        return Metrics.counter(name, "topic", place.topic(), "partition", Integer.toString(place.partition()));
    }

    private static Counter failures(String topic, Failure why) {
        return Metrics.counter(
                "segue.failures", "topic", topic, "reason", why.name().toLowerCase(Locale.ROOT));
    }

    private static Counter deadLetters(String topic) {
        return Metrics.counter("segue.dead.letters", "topic", topic);
    }
}
