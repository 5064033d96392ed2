package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SpotifyAndBroker.LIKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Liked songs by the API alone.
@QuarkusTest
@TestProfile(ApiOnlyIT.ApiOnly.class)
class ApiOnlyIT {

    public static class ApiOnly extends AsAPerson {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("segue.lookup", "api-only");
        }
    }

    @Test
    void likedSongsAreReadOnceAndThenUpToTheFirstKnown() {
        var spotify = new StandInControl(Observer.setting("segue.spotify.accounts-url"));
        try (var observer = new Observer()) {
            assertThat(liked(observer).detected()).isEqualTo(LIKED);
            observer.wire.await(LIKED, sent -> sent.topic().equals(Topic.TRACK_FETCHED.topic()));
            assertThat(spotify.calls()).isOne();

            assertThat(liked(observer).detected()).isEqualTo(LIKED);
            assertThat(spotify.calls()).as("nothing new").isEqualTo(2);

            spotify.change("{\"insert\": \"track\", \"id\": \""
                    + SpotifyAndBroker.track("Playlist_1", 1).key() + "\", \"at\": 0}");
            assertThat(liked(observer).detected()).isEqualTo(LIKED + 1);
            assertThat(spotify.calls()).as("one new").isEqualTo(3);

            spotify.change("{\"remove\": 5}");
            assertThat(liked(observer).detected()).isEqualTo(LIKED + 1);
            assertThat(spotify.calls()).as("one gone: all are read again").isEqualTo(5);
            assertThat(liked(observer).detected()).isEqualTo(LIKED);
        }
    }

    private static DetectionStatus liked(Observer observer) {
        return observer.settled(observer.detectSource("LIKED"));
    }
}
