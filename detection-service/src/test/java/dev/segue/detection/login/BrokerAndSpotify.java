package dev.segue.detection.login;

import dev.segue.testkit.Broker;
import dev.segue.testkit.BrokerSettings;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A broker, and a stand-in for Spotify to log in to.
public class BrokerAndSpotify implements QuarkusTestResourceLifecycleManager {

    private Optional<Broker> broker = Optional.empty();
    private Optional<SpotifyStandIn> spotify = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            Path directory = Files.createTempDirectory("segue-login");
            SampleLibrary.write(directory.resolve("backup"), 3, 0, 0, 7);
            Broker running = Broker.start(BrokerSettings.passing());
            SpotifyStandIn standIn = SpotifyStandIn.start(0, directory.resolve("backup"));
            broker = Optional.of(running);
            spotify = Optional.of(standIn);
            return Map.of(
                    "kafka.bootstrap.servers", running.bootstrapServers(),
                    "segue.csv.directory", directory.resolve("backup").toString(),
                    "segue.spotify.client-id", SpotifyStandIn.APP,
                    "segue.spotify.base-url", standIn.address() + "/v1",
                    "segue.spotify.accounts-url", standIn.address().toString(),
                    "segue.spotify.token-file",
                            directory.resolve("spotify-login.json").toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void stop() {
        spotify.ifPresent(SpotifyStandIn::close);
        broker.ifPresent(Broker::close);
    }
}
