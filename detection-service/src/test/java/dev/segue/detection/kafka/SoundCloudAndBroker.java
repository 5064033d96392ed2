package dev.segue.detection.kafka;

import dev.segue.testkit.Broker;
import dev.segue.testkit.BrokerSettings;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.soundcloud.SoundCloudStandIn;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A real broker, and SoundCloud's stand-in with the likes of a person. Nobody has an app of Spotify's, or a backup.
public class SoundCloudAndBroker implements QuarkusTestResourceLifecycleManager {

    static final int LIKED = 250;

    private Optional<SoundCloudStandIn> soundCloud = Optional.empty();
    private Optional<Broker> running = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            Path backup = Files.createTempDirectory("segue-likes");
            SampleLibrary.write(backup, LIKED, 0, 0, 7);
            SoundCloudStandIn standIn = SoundCloudStandIn.start(0, backup);
            soundCloud = Optional.of(standIn);
            Broker broker = Broker.start(BrokerSettings.passing());
            running = Optional.of(broker);
            var settings = new HashMap<>(settings(standIn));
            settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
            settings.put("segue.csv.directory", backup.resolve("none").toString());
            return settings;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// What leads to `standIn`.
    static Map<String, String> settings(SoundCloudStandIn standIn) {
        return Map.of(
                "segue.soundcloud.client-id",
                SoundCloudStandIn.APP,
                "segue.soundcloud.client-secret",
                SoundCloudStandIn.APP,
                "segue.soundcloud.base-url",
                standIn.address().toString(),
                "segue.soundcloud.accounts-url",
                standIn.address().toString(),
                "segue.soundcloud.per-second",
                "1000");
    }

    @Override
    public void stop() {
        running.ifPresent(Broker::close);
        soundCloud.ifPresent(SoundCloudStandIn::close);
    }
}
