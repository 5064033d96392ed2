package dev.segue.sync.kafka;

import dev.segue.testkit.Broker;
import dev.segue.testkit.BrokerSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A real broker and an empty catalogue for the service under test.
public class KafkaBroker implements QuarkusTestResourceLifecycleManager {

    private Optional<Broker> running = Optional.empty();

    @Override
    public Map<String, String> start() {
        Broker broker = Broker.start(BrokerSettings.passing());
        running = Optional.of(broker);
        Path directory = directory();
        return Map.of(
                "segue.remediation.directory",
                directory.resolve("remediations").toString(),
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "segue.instance-id",
                "sync-service-1",
                "segue.sql.url",
                "jdbc:sqlite:" + directory.resolve("library.db"));
    }

    @Override
    public void stop() {
        running.ifPresent(Broker::close);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("segue-catalogue");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
