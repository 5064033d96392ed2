package dev.segue.detection.kafka;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.testkit.Broker;
import dev.segue.testkit.BrokerSettings;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A real broker, and Spotify's stand-in with a person's three playlists of 100 tracks, each of which is exported; it
/// knows what comes after them only when it is told.
public class SpotifyAndBroker implements QuarkusTestResourceLifecycleManager {

    static final int LIKED = 20;
    static final int TRACKS = 100;
    static final long SEED = 7;

    private Optional<SpotifyStandIn> spotify = Optional.empty();
    private Optional<Broker> running = Optional.empty();

    /// The track at a place, from 1, of an exported playlist.
    static TrackId track(String playlist, int position) {
        return described(playlist, position).id();
    }

    /// The same, as its export describes it.
    static Track described(String playlist, int position) {
        try {
            return Backup.at(playlists().resolve(playlist + ".csv"))
                    .read()
                    .entries()
                    .get(position - 1)
                    .track();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// An export of the track at a place, from 1, alone.
    static String export(String playlist, int position) {
        try {
            List<String> whole = Files.readAllLines(playlists().resolve(playlist + ".csv"));
            return whole.getFirst() + "\n" + whole.get(position) + "\n";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// An export of the hundred tracks that come after those of an exported playlist, and are in no other.
    static String behindTheExport(String playlist) {
        try {
            List<String> whole = Files.readAllLines(playlists().resolve(playlist + ".csv"));
            return whole.getFirst() + "\n" + String.join("\n", whole.subList(1 + TRACKS, 1 + 2 * TRACKS)) + "\n";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            Path backup = Files.createTempDirectory("segue-backup");
            SampleLibrary.write(backup, LIKED, 0, 0, SEED);
            SampleLibrary.write(playlists(), 0, 3, 2 * TRACKS, SEED + 1);
            for (int playlist = 1; playlist <= 3; playlist++) {
                String name = (playlist == 2 ? "playlist_" : "Playlist_") + playlist + ".csv";
                List<String> whole = Files.readAllLines(playlists().resolve(name));
                Files.write(backup.resolve(name), whole.subList(0, 1 + TRACKS));
            }
            SpotifyStandIn standIn = SpotifyStandIn.start(0, backup);
            spotify = Optional.of(standIn);
            Broker broker = Broker.start(BrokerSettings.passing());
            running = Optional.of(broker);
            return settings(backup, standIn, broker);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path playlists() throws IOException {
        Path directory = Path.of(
                System.getProperty("java.io.tmpdir"),
                "segue-playlists-" + ProcessHandle.current().pid());
        return Files.createDirectories(directory);
    }

    private static Map<String, String> settings(Path backup, SpotifyStandIn standIn, Broker broker) {
        var settings = new HashMap<String, String>();
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("segue.csv.directory", backup.toString());
        settings.put("segue.spotify.client-id", SpotifyStandIn.APP);
        settings.put("segue.spotify.client-secret", SpotifyStandIn.APP);
        settings.put("segue.spotify.base-url", standIn.address() + "/v1");
        settings.put("segue.spotify.accounts-url", standIn.address().toString());
        settings.put("segue.spotify.per-second", "1000");
        settings.put(
                "segue.spotify.token-file", backup.resolve("login/spotify.json").toString());
        return settings;
    }

    @Override
    public void stop() {
        running.ifPresent(Broker::close);
        spotify.ifPresent(SpotifyStandIn::close);
    }
}
