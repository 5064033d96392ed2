package dev.segue.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.DetectionStatus.State;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Detections that nobody asks for: by a schedule, and by what plays.
@QuarkusTest
@TestProfile(ByTheClockIT.Scheduled.class)
class ByTheClockIT {

    public static class Scheduled implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(BothTokens.class);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SomethingPlays.class));
        }
    }

    /// A track of a playlist plays, a long one,, and is beyond its half.
    public static class SomethingPlays extends BothAndBroker {

        @Override
        public Map<String, String> start() {
            var settings = new HashMap<>(super.start());
            String spotify = settings.getOrDefault("segue.spotify.accounts-url", "");
            Track plays = described("Playlist_1", 8);
            long beyondHalf = plays.duration().orElseThrow().toSeconds() * 6 / 10;
            new StandInControl(spotify)
                    .play("{\"tracks\": [\"" + plays.id().key() + "\"], \"progress\": \"" + beyondHalf + "s\"}");
            List.of("liked", "newest-likes", "playlists", "soundcloud", "backup")
                    .forEach(source -> settings.put("segue.schedule." + source, "0/2 * * * * ?"));
            settings.put("segue.current.watch", "true");
            return settings;
        }
    }

    private Observer observer;

    @BeforeEach
    void listen() {
        observer = new Observer();
    }

    @AfterEach
    void hangUp() {
        observer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "LIKED, 20",
        "NEWEST_LIKES, 0",
        "PLAYLISTS, 0",
        "SOUNDCLOUD_LIKES, 20",
        "BACKUP, 320",
    })
    void eachSourceIsDetectedWheneverItsTimeComes(String source, int tracks) {
        List<DetectionStatus> runs = completed(source, 2);

        assertThat(runs).extracting(DetectionStatus::runId).doesNotHaveDuplicates();
        assertThat(runs).extracting(DetectionStatus::detected).containsOnly(tracks);
    }

    @Test
    void whatPlaysIsDetectedWhenItCountsAsListened() {
        TrackId plays = SpotifyAndBroker.track("Playlist_1", 8);

        completed("LIKED", 2);
        List<TrackDetected> listened = observer.wire.await(1, ByTheClockIT::isListened).stream()
                .map(sent -> Wire.read(TrackDetected.class, sent.value()))
                .toList();

        assertThat(listened).extracting(TrackDetected::id).containsExactly(plays);
    }

    private List<DetectionStatus> completed(String source, int count) {
        return observer.wire.await(count, sent -> isCompleted(source, sent)).stream()
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
