package dev.segue.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.detection.MovableClock;
import dev.segue.detection.NowPlaying;
import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/// A day of which an hour or two is music, looked at as often as the service wants to.
@QuarkusTest
@TestProfile(DayOfListeningIT.WithMusic.class)
class DayOfListeningIT {

    public static class WithMusic extends AsWhoLogsIn {}

    private static final int SONGS = 25;
    private static final int LOOKS_A_SILENT_DAY = 290;
    private static final String LOOK = "GET /v1/me/player/currently-playing";

    @Inject
    MovableClock clock;

    @Inject
    NowPlaying playing;

    @Test
    void everySongIsDetectedOnceAndCostsTwoCallsAndSilenceFewOfThem() {
        var spotify = new StandInControl(Observer.setting("segue.spotify.accounts-url"));
        Observer.logIn("spotify");
        List<TrackId> songs = IntStream.rangeClosed(1, SONGS)
                .mapToObj(position -> SpotifyAndBroker.track("Playlist_1", position))
                .toList();
        spotify.play("{\"tracks\": ["
                + songs.stream().map(song -> '"' + song.key() + '"').collect(Collectors.joining(", ")) + "]}");

        try (Observer observer = new Observer()) {
            observer.settled(observer.detectSource("PLAYLISTS")); // by then all is remembered
            Duration passed = Duration.ZERO;
            while (passed.compareTo(Duration.ofDays(1)) < 0) {
                Duration rest = playing.look();
                clock.advance(rest);
                spotify.advance(rest);
                passed = passed.plus(rest);
            }

            List<TrackId> heard = observer.wire.await(SONGS, DayOfListeningIT::isListened).stream()
                    .map(sent -> Wire.read(TrackDetected.class, sent.value()).id())
                    .toList();
            assertThat(heard).containsExactlyInAnyOrderElementsOf(songs);
            assertThat(spotify.calls(LOOK)).isBetween(SONGS + 1, 2 * SONGS + LOOKS_A_SILENT_DAY);
        }
    }

    private static boolean isListened(ConsumerRecord<String, byte[]> sent) {
        return sent.topic().equals(Topic.TRACK_DETECTED.topic())
                && Wire.read(TrackDetected.class, sent.value()).source() == DetectionSource.CURRENT;
    }
}
