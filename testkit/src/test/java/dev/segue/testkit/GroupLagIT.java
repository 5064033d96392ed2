package dev.segue.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.segue.library.fact.GroupLag;
import dev.segue.library.fact.Topic;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupLagIT {

    private static final String GROUP = "some-service";
    private static final String TOPIC = Topic.TRACK_DETECTED.topic();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Broker broker = Broker.start(BrokerSettings.passing());
    private final Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());

    @BeforeEach
    void begin() {
        Metrics.addRegistry(registry);
    }

    @AfterEach
    void end() {
        Metrics.removeRegistry(registry);
        broker.close();
    }

    @Test
    void whatTheGroupHasNotCommittedIsItsLagAndItsFirstRecordIsTheOldest() throws Exception {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        write(3, hourAgo, hourAgo.plusSeconds(1800), Instant.now());
        write(7, hourAgo);

        try (GroupLag _ = GroupLag.watch(kafka, GROUP, Topic.TRACK_DETECTED)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(gauge("segue.lag", 3)).isEqualTo(3);
                assertThat(gauge("segue.oldest.unprocessed", 3)).isBetween(3600.0, 3700.0);
                assertThat(gauge("segue.oldest.unprocessed", 7)).isBetween(3600.0, 3700.0);
            });
            assertThat(gauge("segue.lag", 0)).isZero();
            assertThat(gauge("segue.oldest.unprocessed", 0)).isZero();

            commit(3, 1);
            commit(7, 1);

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(gauge("segue.lag", 3)).isEqualTo(2);
                assertThat(gauge("segue.oldest.unprocessed", 3)).isBetween(1800.0, 1900.0);
                assertThat(gauge("segue.lag", 7)).isZero();
                assertThat(gauge("segue.oldest.unprocessed", 7)).isZero();
            });
        }
    }

    @Test
    void countersBeginWithZeroSoThatTheirFirstRiseIsSeen() {
        try (GroupLag _ = GroupLag.watch(kafka, GROUP, Topic.TRACK_DETECTED)) {
            assertThat(registry.get("segue.dead.letters")
                            .tag("topic", TOPIC)
                            .counter()
                            .count())
                    .isZero();
        }
    }

    private double gauge(String name, int partition) {
        return registry.get(name)
                .tags("topic", TOPIC, "partition", Integer.toString(partition), "group", GROUP)
                .gauge()
                .value();
    }

    private void write(int partition, Instant... times) throws Exception {
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            for (Instant time : times) {
                producer.send(new ProducerRecord<>(TOPIC, partition, time.toEpochMilli(), "key", "value"))
                        .get();
            }
        }
    }

    private void commit(int partition, long offset) throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            admin.alterConsumerGroupOffsets(
                            GROUP, Map.of(new TopicPartition(TOPIC, partition), new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        }
    }
}
