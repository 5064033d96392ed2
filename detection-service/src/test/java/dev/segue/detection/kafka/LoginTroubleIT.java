package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SpotifyAndBroker.LIKED;
import static dev.segue.detection.kafka.SpotifyAndBroker.TRACKS;
import static dev.segue.testkit.Wiretap.about;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.segue.library.TrackId;
import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.DetectionStatus.State;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.fact.Wire;
import dev.segue.testkit.spotify.SpotifyStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A login that ends, is refused or cannot be renewed, while the service works.
@QuarkusTest
@TestProfile(LoginTroubleIT.WithoutASecret.class)
class LoginTroubleIT extends AtSpotify {

    public static class WithoutASecret extends AsWhoLogsIn {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(NoSecret.class));
        }
    }

    /// Then only a person's login gives the right to ask, and its refresh tokens are good once.
    public static class NoSecret extends SpotifyAndBroker {

        @Override
        public Map<String, String> start() {
            var settings = new HashMap<>(super.start());
            settings.remove("segue.spotify.client-secret");
            return settings;
        }
    }

    private static final String TOKEN = "POST /api/token";
    private static final String TRACK = "GET /v1/tracks/{id}";

    private final String playlist = SpotifyStandIn.playlistId("Playlist_1");

    @BeforeEach
    void begin() {
        logIn();
    }

    @Test
    void tokenThatHasEndedIsRenewedOnTheWay() {
        clock.advance(Duration.ofHours(2));
        spotify.advance(Duration.ofHours(2));

        assertThat(observer.settled(observer.detectPlaylist(playlist)).detected())
                .isEqualTo(TRACKS);

        assertThat(spotify.calls(TOKEN)).isOne();
        assertThat(spotify.calls()).as("none was refused").isOne();
    }

    @Test
    void tokenThatTheApiRefusesBeforeItsTimeIsRenewedOnce() {
        spotify.advance(Duration.ofHours(2));

        assertThat(observer.settled(observer.detectPlaylist(playlist)).detected())
                .isEqualTo(TRACKS);

        assertThat(spotify.calls(TOKEN)).isOne();
        assertThat(spotify.calls()).as("one was refused").isEqualTo(2);
    }

    @Test
    void oneInvalidGrantPutsOffWhatNeedsTheLogin() {
        spotify.advance(Duration.ofHours(2));
        spotify.fault("{\"endpoint\": \"" + TOKEN + "\", \"kind\": \"5xx\", \"status\": 400}");

        String run = observer.detectPlaylist(playlist);

        assertThat(observer.waiting(run).reason().orElseThrow()).contains("invalid_grant");
        assertThat(observer.settled(run, clock).state()).isEqualTo(State.COMPLETED);
        assertThat(spotify.calls(TOKEN)).isEqualTo(2);
    }

    @Test
    void loginThatIsOverStopsNothingButWhatNeedsItUntilThereIsAnother() {
        spotify.revokeTokens();
        String fetch = UUID.randomUUID().toString();
        TrackId missing = SpotifyAndBroker.track("Playlist_3", 60);
        observer.request(missing, fetch);

        DetectionStatus checked = observer.settled(observer.detectPlaylist("Playlist_1"), clock);
        DetectionStatus asked = observer.settled(observer.detectSource("CURRENT"), clock);
        DetectionStatus liked = observer.settled(observer.detectSource("LIKED"));

        assertThat(checked.state()).isEqualTo(State.COMPLETED);
        assertThat(checked.detected()).as("as its export has it").isEqualTo(TRACKS);
        assertThat(checked.reason().orElseThrow()).contains("log in again with ./segue login spotify");
        assertThat(asked.state()).isEqualTo(State.FAILED);
        assertThat(asked.reason().orElseThrow()).contains("log in again with ./segue login spotify");
        assertThat(liked.detected()).isEqualTo(LIKED);
        when().get("/sources")
                .then()
                .body("logins[0].standing", equalTo("ENDED"))
                .body("apis[0].configured", equalTo(false))
                .body("apis[0].refused.size()", equalTo(0));
        int calls = spotify.allCalls();
        clock.advance(Duration.ofHours(3));
        observer.settled(observer.detectPlaylist("Playlist_1"));
        assertThat(spotify.allCalls()).as("nobody asks on").isEqualTo(calls);
        assertThat(observer.wire.await(0, about(Topic.TRACK_FETCHED, fetch))).isEmpty();

        Observer.logIn("spotify");
        clock.advance(Duration.ofMinutes(2));

        assertThat(observer.said(TrackFetched.class, Topic.TRACK_FETCHED, fetch, 1)
                        .getFirst()
                        .track())
                .isPresent();
        assertThat(observer.wire.await(0, sent -> sent.topic().equals(Topic.FETCH_REQUESTED.deadLetters())))
                .isEmpty();
    }

    @Test
    void loginServerThatTakesNoCallsClosesTheGateAndThatIsRemembered() {
        spotify.advance(Duration.ofHours(2));
        spotify.fault("{\"endpoint\": \"" + TOKEN + "\", \"kind\": \"429\", \"retryAfter\": 7200}");

        String run = observer.detectPlaylist(playlist);
        observer.waiting(run);

        when().get("/sources").then().body("apis[0].blockedUntil", notNullValue());
        observer.wire.await(
                1,
                sent -> sent.topic().equals(Topic.API_STATUS.topic())
                        && Wire.read(ApiStatus.class, sent.value())
                                .blockedUntil()
                                .isPresent());
        int calls = spotify.allCalls();
        clock.advance(Duration.ofHours(1));
        observer.over(observer.detectSource("CURRENT"));
        observer.waiting(observer.detectSource("PLAYLISTS"));
        assertThat(spotify.allCalls()).as("while it is closed").isEqualTo(calls);

        clock.advance(Duration.ofMinutes(61));
        assertThat(observer.settled(run).state()).isEqualTo(State.COMPLETED);
        assertThat(spotify.calls(TOKEN)).isEqualTo(2);
    }

    @Test
    void loginServerThatIsOutOfOrderIsLeftAloneForAWhile() {
        spotify.advance(Duration.ofHours(2));
        spotify.fault("{\"endpoint\": \"" + TOKEN + "\", \"kind\": \"5xx\", \"count\": 3}");
        String fetch = UUID.randomUUID().toString();

        observer.request(SpotifyAndBroker.track("Playlist_3", 61), fetch);

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> when().get("/sources")
                        .then()
                        .body("apis.find { it.name == 'spotify' }.blockedUntil", notNullValue()));
        String run = observer.detectPlaylist(playlist);
        observer.waiting(run);
        assertThat(spotify.calls(TOKEN)).as("the gate is closed").isOne();
        assertThat(observer.settled(run, clock).state()).isEqualTo(State.COMPLETED);
        observer.said(TrackFetched.class, Topic.TRACK_FETCHED, fetch, 1);
        assertThat(spotify.calls(TOKEN)).isEqualTo(4);
        assertThat(spotify.calls(TRACK)).isEqualTo(2);
    }
}
