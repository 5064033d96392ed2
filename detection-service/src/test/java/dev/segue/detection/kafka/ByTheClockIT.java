package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SpotifyAndBroker.LIKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.DetectionStatus.State;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.Wire;
import dev.segue.testkit.Wiretap;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Detections that nobody asks for: by a schedule, and by what plays.
@QuarkusTest
@TestProfile(ByTheClockIT.Scheduled.class)
class ByTheClockIT {

    public static class Scheduled implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(PersonsToken.class);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SomethingPlays.class));
        }
    }

    /// The first track of a playlist plays, and is beyond its half.
    public static class SomethingPlays extends SpotifyAndBroker {

        @Override
        public Map<String, String> start() {
            var settings = new HashMap<>(super.start());
            String spotify = settings.getOrDefault("segue.spotify.accounts-url", "");
            Track plays = described("Playlist_1", 1);
            long beyondHalf = plays.duration().orElseThrow().toSeconds() * 6 / 10;
            new SpotifyControl(spotify)
                    .play("{\"tracks\": [\"" + plays.id().key() + "\"], \"progress\": \"" + beyondHalf + "s\"}");
            settings.put("segue.schedule.liked", "0/2 * * * * ?");
            settings.put("segue.schedule.playlists", "1/2 * * * * ?");
            settings.put("segue.current.watch", "true");
            return settings;
        }
    }

    private Wiretap wire;

    @BeforeEach
    void listen() {
        wire = new Wiretap(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    @AfterEach
    void hangUp() {
        wire.close();
    }

    @Test
    void eachSourceIsDetectedWheneverItsTimeComes() {
        List<DetectionStatus> liked = completed("LIKED", 2);
        List<DetectionStatus> playlists = completed("PLAYLISTS", 2);

        assertThat(liked).extracting(DetectionStatus::runId).doesNotHaveDuplicates();
        assertThat(liked).extracting(DetectionStatus::detected).containsOnly(LIKED);
        assertThat(playlists).extracting(DetectionStatus::runId).doesNotHaveDuplicates();
    }

    @Test
    void whatPlaysIsDetectedOnceWhenItCountsAsListened() {
        TrackId plays = SpotifyAndBroker.track("Playlist_1", 1);

        completed("LIKED", 2);
        List<TrackDetected> listened = wire.await(1, ByTheClockIT::isListened).stream()
                .map(sent -> Wire.read(TrackDetected.class, sent.value()))
                .toList();

        assertThat(listened).extracting(TrackDetected::id).containsExactly(plays);
    }

    private List<DetectionStatus> completed(String source, int count) {
        return wire.await(count, sent -> isCompleted(source, sent)).stream()
                .map(sent -> Wire.read(DetectionStatus.class, sent.value()))
                .toList();
    }

    private static boolean isCompleted(String source, ConsumerRecord<String, byte[]> sent) {
        if (!sent.topic().equals(Topic.DETECTION_STATUS.topic())) {
            return false;
        }
        DetectionStatus run = Wire.read(DetectionStatus.class, sent.value());
        return run.state() == State.COMPLETED && run.request().source().equals(source);
    }

    private static boolean isListened(ConsumerRecord<String, byte[]> sent) {
        return sent.topic().equals(Topic.TRACK_DETECTED.topic())
                && Wire.read(TrackDetected.class, sent.value()).source() == DetectionSource.CURRENT;
    }
}
