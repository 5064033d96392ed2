package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SpotifyAndBroker.LIKED;
import static dev.segue.testkit.Wiretap.about;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.Wire;
import dev.segue.testkit.Wiretap;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// Liked songs by the API alone.
@QuarkusTest
@TestProfile(ApiOnlyIT.ApiOnly.class)
class ApiOnlyIT {

    public static class ApiOnly implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("segue.lookup", "api-only");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class, PersonsToken.class);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SpotifyAndBroker.class));
        }
    }

    @Test
    void likedSongsAreReadOnceAndThenUpToTheFirstKnown() {
        var config = ConfigProvider.getConfig();
        var spotify = new SpotifyControl(config.getValue("segue.spotify.accounts-url", String.class));
        try (var wire = new Wiretap(config.getValue("kafka.bootstrap.servers", String.class))) {
            assertThat(liked(wire).detected()).isEqualTo(LIKED);
            wire.await(LIKED, sent -> sent.topic().equals(Topic.TRACK_FETCHED.topic()));
            assertThat(spotify.calls()).isOne();

            assertThat(liked(wire).detected()).isEqualTo(LIKED);
            assertThat(spotify.calls()).as("nothing new").isEqualTo(2);

            spotify.change("{\"insert\": \"track\", \"id\": \""
                    + SpotifyAndBroker.track("Playlist_1", 1).key() + "\", \"at\": 0}");
            assertThat(liked(wire).detected()).isEqualTo(LIKED + 1);
            assertThat(spotify.calls()).as("one new").isEqualTo(3);

            spotify.change("{\"remove\": 5}");
            assertThat(liked(wire).detected()).isEqualTo(LIKED + 1);
            assertThat(spotify.calls()).as("one gone: all are read again").isEqualTo(5);
            assertThat(liked(wire).detected()).isEqualTo(LIKED);
        }
    }

    private static DetectionStatus liked(Wiretap wire) {
        String run = given().contentType("application/json")
                .body("{\"source\": \"LIKED\"}")
                .post("/detections")
                .path("runId");
        return wire
                .await(
                        1,
                        sent -> about(Topic.DETECTION_STATUS, run).test(sent)
                                && Wire.read(DetectionStatus.class, sent.value())
                                                .state()
                                        == DetectionStatus.State.COMPLETED)
                .stream()
                .map(sent -> Wire.read(DetectionStatus.class, sent.value()))
                .toList()
                .getLast();
    }
}
