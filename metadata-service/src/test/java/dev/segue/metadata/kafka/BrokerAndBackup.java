package dev.segue.metadata.kafka;

import dev.segue.testkit.Broker;
import dev.segue.testkit.BrokerSettings;
import dev.segue.testkit.SampleLibrary;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A real broker, and a backup of twenty liked songs and one playlist, for the service under test.
public class BrokerAndBackup implements QuarkusTestResourceLifecycleManager {

    private Optional<Broker> running = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            Path backup = Files.createTempDirectory("segue-backup");
            SampleLibrary.write(backup, 20, 3, 5, 7);
            Broker broker = Broker.start(BrokerSettings.passing());
            running = Optional.of(broker);
            return Map.of(
                    "kafka.bootstrap.servers",
                    broker.bootstrapServers(),
                    "segue.instance-id",
                    "metadata-service-1",
                    "segue.csv.directory",
                    backup.toString(),
                    "segue.csv.reload-every",
                    "1s");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void stop() {
        running.ifPresent(Broker::close);
    }
}
