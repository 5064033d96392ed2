package dev.segue.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.segue.library.fact.Topic;
import dev.segue.library.fact.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {

    private static final TopicPartition STATUS = new TopicPartition(Topic.DETECTION_STATUS.topic(), 0);

    @TempDir
    Path directory;

    @Test
    void aPassingBrokerHasEveryTopicAndItsDeadLetters() throws Exception {
        try (Broker broker = Broker.start(BrokerSettings.passing());
                Admin admin = admin(broker)) {
            Set<String> names = admin.listTopics().names().get();

            assertThat(names)
                    .containsAll(Arrays.stream(Topic.values()).map(Topic::topic).toList())
                    .containsAll(Arrays.stream(Topic.values())
                            .map(Topic::deadLetters)
                            .toList());
        }
    }

    @Test
    void recordsOutliveARestart() throws Exception {
        BrokerSettings settings = BrokerSettings.kept(directory.resolve("data"), 0);
        try (Broker broker = Broker.start(settings)) {
            send(broker, "before");
        }

        try (Broker broker = Broker.start(settings)) {
            assertThat(read(broker)).containsExactly("before");
        }
    }

    @Test
    void aBrokerThatDemandsALoginLetsNobodyInWithoutIt() throws Exception {
        BrokerLogin login = BrokerLogin.make(directory);
        var guessed = new BrokerLogin(directory, login.user(), "guessed");
        try (Broker broker = Broker.start(BrokerSettings.passing().demanding(login))) {
            assertThat(topics(broker, login.client())).contains("track-detected");
            assertThatThrownBy(() -> topics(broker, guessed.client()))
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
            assertThatThrownBy(() -> topics(broker, Map.of())).hasCauseInstanceOf(TimeoutException.class);
        }
    }

    private static Set<String> topics(Broker broker, Map<String, String> login) throws Exception {
        var settings = new HashMap<String, Object>(login);
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("default.api.timeout.ms", "3000");
        settings.put("request.timeout.ms", "3000");
        try (Admin admin = Admin.create(settings)) {
            return admin.listTopics().names().get();
        }
    }

    @Test
    void aTopicWithOtherPartitionsIsNamed() throws Exception {
        BrokerSettings settings = BrokerSettings.kept(directory.resolve("data"), 0);
        try (Broker broker = Broker.start(settings);
                Admin admin = admin(broker)) {
            admin.createPartitions(Map.of("fetch-requested", NewPartitions.increaseTo(3)))
                    .all()
                    .get();

            await().untilAsserted(() -> assertThatThrownBy(() -> Topics.create(admin))
                    .hasMessageContaining("fetch-requested has 3 partitions instead of 1"));
        }
    }

    @Test
    void aTopicOfAnEarlierReleaseTakesLargerRecordsFromThenOn() throws Exception {
        BrokerSettings settings = BrokerSettings.kept(directory.resolve("data"), 0);
        try (Broker broker = Broker.start(settings);
                Admin admin = admin(broker)) {
            var size = new ConfigEntry("max.message.bytes", "1048588");
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, "playlist-observed"),
                            List.of(new AlterConfigOp(size, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            await().untilAsserted(() -> assertThat(Topics.differences(admin))
                    .containsExactly("playlist-observed has max.message.bytes=1048588 instead of 8388608"));

            Topics.create(admin);

            await().untilAsserted(() -> assertThat(Topics.differences(admin)).isEmpty());
        }
    }

    private static void send(Broker broker, String text) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(STATUS.topic(), "key", text)).get();
        }
    }

    private static List<String> read(Broker broker) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(STATUS));
            return consumer.poll(Duration.ofSeconds(10)).records(STATUS).stream()
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }

    private static Admin admin(Broker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
