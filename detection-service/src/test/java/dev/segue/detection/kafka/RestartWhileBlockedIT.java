package dev.segue.detection.kafka;

import static dev.segue.testkit.Wiretap.about;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.detection.MovableClock;
import dev.segue.library.Hint;
import dev.segue.library.TrackId;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.FetchRequested.Reason;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.fact.Wire;
import dev.segue.testkit.Wiretap;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// The service starts while the API is blocked for a day, with requests of its earlier life unanswered.
@QuarkusTest
@TestProfile(RestartWhileBlockedIT.Blocked.class)
class RestartWhileBlockedIT {

    public static class Blocked implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(BlockedSpotify.class));
        }
    }

    /// A broker that knows of the block, and of the requests.
    public static class BlockedSpotify extends SpotifyAndBroker {

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = super.start();
            try (var wire = new Wiretap(settings.getOrDefault("kafka.bootstrap.servers", ""))) {
                wire.say(blocked(), RUN);
                for (int track = 1; track <= MISSES; track++) {
                    TrackId id =
                            SpotifyAndBroker.track(track <= 100 ? "Playlist_1" : "Playlist_3", (track - 1) % 100 + 1);
                    wire.say(request(id), RUN);
                }
                wire.say(request(ANSWERED), RUN);
                wire.say(known(), RUN);
            }
            return settings;
        }
    }

    private static final String RUN = "earlier";
    private static final int MISSES = 200;
    private static final TrackId ANSWERED = TrackId.spotify("0000000000000000000zzz");

    @Inject
    MovableClock clock;

    @Test
    void blockIsStillInForceAndAllIsAnsweredAfterItOnceEach() {
        var config = ConfigProvider.getConfig();
        var spotify = new StandInControl(config.getValue("segue.spotify.accounts-url", String.class));
        try (var wire = new Wiretap(config.getValue("kafka.bootstrap.servers", String.class))) {
            String hits = given().contentType("application/json")
                    .body("{\"source\": \"BACKUP\"}")
                    .post("/detections")
                    .path("runId");
            wire.await(
                    1,
                    sent -> about(Topic.DETECTION_STATUS, hits).test(sent)
                            && Wire.read(DetectionStatus.class, sent.value()).state()
                                    == DetectionStatus.State.COMPLETED);
            assertThat(spotify.calls()).as("while blocked").isZero();

            clock.advance(Duration.ofHours(24));

            List<TrackFetched> answers = wire.await(MISSES + 2, about(Topic.TRACK_FETCHED, RUN)).stream()
                    .map(sent -> Wire.read(TrackFetched.class, sent.value()))
                    .toList();
            assertThat(answers)
                    .filteredOn(answer -> !answer.id().equals(ANSWERED))
                    .hasSize(MISSES)
                    .allSatisfy(answer -> assertThat(answer.track()).isPresent())
                    .extracting(TrackFetched::id)
                    .doesNotHaveDuplicates();
            assertThat(spotify.calls("GET /v1/tracks/{id}")).isEqualTo(MISSES);
            assertThat(spotify.calls())
                    .as("one refusal tells that there are no batches")
                    .isLessThanOrEqualTo(MISSES + 1);
        }
    }

    private static ApiStatus blocked() {
        Instant now = Instant.now();
        return new ApiStatus(
                ApiStatus.Api.SPOTIFY, true, 0, 800, Optional.of(now.plus(Duration.ofHours(24))), Set.of(), now);
    }

    private static FetchRequested request(TrackId id) {
        return new FetchRequested(id, Reason.MISSING, Hint.of(id), Optional.empty(), Optional.empty(), Instant.now());
    }

    /// A kill after the answer, and before the request was marked as done.
    private static TrackFetched known() {
        return new TrackFetched(
                ANSWERED, Optional.empty(), Hint.of(ANSWERED), Optional.empty(), Optional.empty(), Instant.now());
    }
}
