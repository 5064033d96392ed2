package dev.segue.detection.kafka;

import dev.segue.library.fact.DetectionStatus;
import dev.segue.testkit.Broker;
import dev.segue.testkit.BrokerSettings;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.Wiretap;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A real broker that knows of two runs which an earlier life of the service accepted and did not finish; and a backup.
public class BrokerWithAnUnfinishedRun implements QuarkusTestResourceLifecycleManager {

    static final String UNFINISHED = "unfinished-run";
    static final String HOPELESS = "hopeless-run";
    static final int LIKED = 20;

    private Optional<Broker> running = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            Path backup = Files.createTempDirectory("segue-backup");
            SampleLibrary.write(backup, LIKED, 1, 5, 7);
            Broker broker = Broker.start(BrokerSettings.passing());
            running = Optional.of(broker);
            try (var wire = new Wiretap(broker.bootstrapServers())) {
                wire.say(accepted(UNFINISHED, "LIKED", Optional.empty()), UNFINISHED);
                wire.say(accepted(HOPELESS, "PLAYLIST", Optional.of("gone")), HOPELESS);
            }
            return Map.of(
                    "kafka.bootstrap.servers", broker.bootstrapServers(), "segue.csv.directory", backup.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static DetectionStatus accepted(String run, String source, Optional<String> playlist) {
        return new DetectionStatus(
                run,
                new DetectionStatus.Request(source, playlist, Optional.empty(), Optional.empty()),
                DetectionStatus.State.ACCEPTED,
                0,
                Optional.empty(),
                Instant.now());
    }

    @Override
    public void stop() {
        running.ifPresent(Broker::close);
    }
}
