package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SoundCloudAndBroker.LIKED;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.segue.detection.MovableClock;
import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How often SoundCloud is asked, counted at its stand-in.
@QuarkusTest
@TestProfile(DetectSoundCloudIT.WithSoundCloud.class)
class DetectSoundCloudIT {

    public static class WithSoundCloud implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class, FansToken.class);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SoundCloudAndBroker.class));
        }
    }

    private static final String LIKES = "GET /me/likes/tracks";
    private static final String TRACK = "GET /tracks/{track_urn}";

    @Inject
    MovableClock clock;

    private Observer observer;
    private StandInControl soundCloud;

    @BeforeEach
    void listen() {
        observer = new Observer();
        soundCloud = new StandInControl(Observer.setting("segue.soundcloud.base-url"));
        soundCloud.reset();
        clock.advance(Observer.A_DAY);
    }

    @AfterEach
    void hangUp() {
        observer.close();
    }

    @Test
    void likesAreReadOnceAndThenUpToWhatIsKnown() {
        clock.advance(Duration.ofDays(8));
        int before = soundCloud.calls(LIKES);
        String first = observer.detectSource("SOUNDCLOUD_LIKES");
        int all = observer.over(first).detected();
        assertThat(all).isGreaterThanOrEqualTo(LIKED);
        assertThat(soundCloud.calls(LIKES) - before).as("pages of 200").isEqualTo(2);
        assertThat(observer.said(TrackDetected.class, Topic.TRACK_DETECTED, first, all))
                .allSatisfy(one -> assertThat(one.source()).isEqualTo(DetectionSource.SOUNDCLOUD_LIKES));

        assertThat(observer.over(observer.detectSource("SOUNDCLOUD_LIKES")).detected())
                .isEqualTo(all);
        assertThat(soundCloud.calls(LIKES) - before).as("nothing new").isEqualTo(3);

        like("{\"number\": 815, \"title\": \"Some One - New Song\", \"user\": \"A Label\"}");
        String grown = observer.detectSource("SOUNDCLOUD_LIKES");
        assertThat(observer.over(grown).detected()).isEqualTo(all + 1);
        assertThat(soundCloud.calls(LIKES) - before).as("one new").isEqualTo(4);
        TrackFetched fetched =
                observer.said(TrackFetched.class, Topic.TRACK_FETCHED, grown, 1).getFirst();
        assertThat(fetched.id()).isEqualTo(TrackId.parse("soundcloud:815"));
        assertThat(fetched.track().orElseThrow().artists()).containsExactly("Some One");
        assertThat(observer.said(PlaylistObserved.class, Topic.PLAYLIST_OBSERVED, grown, 1)
                        .getFirst()
                        .tracks())
                .hasSize(all + 1)
                .endsWith(fetched.id());
    }

    @Test
    void pageAndShortLinkLeadToOneTrackAndItIsAskedForOnce() {
        like("{\"number\": 816, \"title\": \"One Song\", \"user\": \"Somebody\"}");
        Map<String, String> line = given().get(soundCloud.address() + "/__control/state")
                .path("likes.find { it.urn == 'soundcloud:tracks:816' }");

        for (String form : List.of("url", "shortUrl")) {
            String run = observer.detect("{\"source\": \"SINGLE\", \"url\": \"" + line.get(form) + "\"}");
            assertThat(observer.over(run).detected()).isOne();
            TrackDetected detected = observer.said(TrackDetected.class, Topic.TRACK_DETECTED, run, 1)
                    .getFirst();
            assertThat(detected.id()).isEqualTo(TrackId.parse("soundcloud:816"));
            assertThat(detected.hint().title()).contains("One Song");
        }

        assertThat(soundCloud.calls("GET /resolve")).isEqualTo(2);
        assertThat(soundCloud.calls(TRACK)).isOne();
    }

    @Test
    void pageThatIsNoTracksFailsWithItsReason() {
        String run = observer.detect("{\"source\": \"SINGLE\", \"url\": \"https://soundcloud.com/nobody/nothing\"}");

        DetectionStatus status = observer.over(run);

        assertThat(status.state()).isEqualTo(DetectionStatus.State.FAILED);
        assertThat(status.reason().orElseThrow()).contains("404");
        assertThat(soundCloud.calls("GET /resolve")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://soundcloud.com.evil.example/some/song",
                "https://soundcloud.com@evil.example/some/song",
                "https://evil.example/?u=https://soundcloud.com/some/song",
                "http://127.0.0.1:9102/tracks/1",
                "https://soundcloud.com/some/sets/list"
            })
    void anyOtherAddressIsRefusedUnasked(String url) {
        given().contentType("application/json")
                .body(Map.of("source", "SINGLE", "url", url))
                .post("/detections")
                .then()
                .statusCode(400)
                .body("detail", containsString("not "));

        assertThat(soundCloud.calls("GET /resolve")).isZero();
    }

    @Test
    void requestsAreAnsweredOnceEachAlsoWhileSpotifyTakesNoCalls() {
        like("{\"number\": 817, \"title\": \"Asked For\", \"user\": \"Somebody\"}");
        TrackId known = TrackId.parse("soundcloud:817");
        TrackId unknown = TrackId.parse("soundcloud:1");
        String run = UUID.randomUUID().toString();

        observer.request(TrackId.spotify("0000000000000000000zzz"), run);
        List.of(known, unknown, known).forEach(id -> observer.request(id, run));
        List<TrackFetched> answers = observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, 3);
        observer.request(unknown, run);
        observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, 4);

        assertThat(answers).filteredOn(answer -> answer.track().isPresent()).hasSize(2);
        assertThat(answers).filteredOn(answer -> answer.id().equals(unknown)).hasSize(1);
        assertThat(soundCloud.calls(TRACK)).isEqualTo(2);
    }

    @Test
    void nothingGoesOutWhileItIsBlockedAndAllIsDoneAfterwards() {
        like("{\"number\": 818, \"title\": \"Asked For Later\", \"user\": \"Somebody\"}");
        soundCloud.fault("{\"endpoint\": \"*\", \"kind\": \"429\", \"retryAfter\": 86400}");
        String fetch = UUID.randomUUID().toString();
        observer.request(TrackId.parse("soundcloud:818"), fetch);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> when().get("/sources")
                        .then()
                        .body("apis.find { it.name == 'soundcloud' }.blockedUntil", notNullValue()));

        String likes = observer.detectSource("SOUNDCLOUD_LIKES");
        observer.waiting(likes);
        assertThat(soundCloud.calls(TRACK) + soundCloud.calls(LIKES))
                .as("while blocked")
                .isOne();

        soundCloud.advance(Observer.A_DAY);
        clock.advance(Observer.A_DAY);
        assertThat(observer.said(TrackFetched.class, Topic.TRACK_FETCHED, fetch, 1)
                        .getFirst()
                        .track())
                .isPresent();
        assertThat(observer.over(likes).detected()).isGreaterThanOrEqualTo(LIKED);
    }

    @Test
    void fileIsGivenOutWhileTheGateIsOpenElseItIsSaidUntilWhen() {
        like(
                "{\"number\": 819, \"title\": \"To Have\", \"user\": \"B\", \"duration\": \"2s\", \"downloadable\": true}");
        like("{\"number\": 820, \"title\": \"To Hear\", \"user\": \"B\", \"access\": \"preview\"}");

        byte[] file = when().get("/audio/soundcloud:819")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("soundcloud-819.wav"))
                .extract()
                .asByteArray();
        when().get("/audio/soundcloud:820").then().statusCode(404).body("type", equalTo("urn:segue:audio:preview"));
        soundCloud.fault("{\"endpoint\": \"" + TRACK + "\", \"kind\": \"429\", \"retryAfter\": 3600}");
        when().get("/audio/soundcloud:1").then().statusCode(503);
        when().get("/audio/soundcloud:819").then().statusCode(503).header("Retry-After", notNullValue());
        when().get("/audio/spotify:4uLU6hMCjMI75M1A2tKUQC").then().statusCode(404);

        assertThat(file).startsWith('R', 'I', 'F', 'F').hasSizeGreaterThan(16_000);
        assertThat(soundCloud.calls("GET /tracks/{track_urn}/download")).isOne();
    }

    @Test
    void answersThatMakeNoSenseAreAskedForAgain() {
        soundCloud.fault("{\"endpoint\": \"" + LIKES + "\", \"kind\": \"garbage\", \"count\": 2}");
        soundCloud.fault("{\"endpoint\": \"" + LIKES + "\", \"kind\": \"200-with-error\"}");
        soundCloud.fault("{\"endpoint\": \"" + LIKES + "\", \"kind\": \"5xx\"}");

        String run = observer.detectSource("SOUNDCLOUD_LIKES");
        assertThat(observer.settled(run, clock).state()).isEqualTo(DetectionStatus.State.COMPLETED);
        assertThat(soundCloud.calls(LIKES)).isGreaterThan(4);
    }

    @Test
    void sourcesTellOfEveryCall() {
        observer.over(observer.detectSource("SOUNDCLOUD_LIKES"));

        when().get("/sources")
                .then()
                .body("apis.find { it.name == 'soundcloud' }.configured", equalTo(true))
                .body("apis.find { it.name == 'soundcloud' }.calls.endpoint", hasItem(LIKES));
        assertThat(when().get("/q/metrics").asString())
                .contains(
                        "segue_api_calls_total{api=\"soundcloud\",endpoint=\"GET /me/likes/tracks\",outcome=\"answer\"}");
    }

    private void like(String json) {
        given().body(json)
                .post(soundCloud.address() + "/__control/likes")
                .then()
                .statusCode(200);
    }
}
