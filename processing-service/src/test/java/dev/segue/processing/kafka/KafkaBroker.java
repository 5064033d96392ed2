package dev.segue.processing.kafka;

import dev.segue.testkit.Broker;
import dev.segue.testkit.BrokerSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A real broker and two empty folders for the service under test.
public class KafkaBroker implements QuarkusTestResourceLifecycleManager {

    private Optional<Broker> running = Optional.empty();

    @Override
    public Map<String, String> start() {
        Broker broker = Broker.start(BrokerSettings.passing());
        running = Optional.of(broker);
        return Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "segue.instance-id",
                "processing-service-1",
                "segue.audio.inbox",
                directory().toString(),
                "segue.audio.output",
                directory().toString());
    }

    @Override
    public void stop() {
        running.ifPresent(Broker::close);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("segue-audio");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
