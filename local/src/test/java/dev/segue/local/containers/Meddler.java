package dev.segue.local.containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.segue.library.fact.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Somebody who works at the broker without knowing the house: a program that runs beside it.
///
/// `Meddler cleanup POLICY` changes the topic `track-synced`; `Meddler write KEY JSON` writes to `track-detected`.
public final class Meddler {

    private static final Map<String, Object> SETTINGS =
            Map.of("bootstrap.servers", System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "broker:9092"));

    private Meddler() {}

    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        if (arguments[0].equals("cleanup")) {
            cleanup(arguments[1]);
        } else {
            write(arguments[1], arguments[2]);
        }
    }

    private static void cleanup(String policy) throws ExecutionException, InterruptedException {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topic.TRACK_SYNCED.topic());
        var change = new AlterConfigOp(new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(SETTINGS)) {
            var _ = admin.incrementalAlterConfigs(Map.of(topic, List.of(change)))
                    .all()
                    .get();
        }
    }

    private static void write(String key, String json) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(SETTINGS, new StringSerializer(), new ByteArraySerializer())) {
            var _ = producer.send(new ProducerRecord<>(Topic.TRACK_DETECTED.topic(), key, json.getBytes(UTF_8)))
                    .get();
        }
    }
}
