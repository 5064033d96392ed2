package dev.segue.detection.kafka;

import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.soundcloud.SoundCloudStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A real broker, a backup, and the stand-ins of Spotify and SoundCloud.
public class BothAndBroker extends SpotifyAndBroker {

    private Optional<SoundCloudStandIn> soundCloud = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            Path likes = Files.createTempDirectory("segue-likes");
            SampleLibrary.write(likes, LIKED, 0, 0, 7);
            SoundCloudStandIn standIn = SoundCloudStandIn.start(0, likes);
            soundCloud = Optional.of(standIn);
            var settings = new HashMap<>(super.start());
            settings.putAll(SoundCloudAndBroker.settings(standIn));
            settings.put(
                    "segue.soundcloud.token-file", likes.resolve("login.json").toString());
            return settings;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void stop() {
        super.stop();
        soundCloud.ifPresent(SoundCloudStandIn::close);
    }
}
