package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SoundCloudAndBroker.LIKED;
import static dev.segue.testkit.Wiretap.about;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.segue.library.Hint;
import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.FetchRequested.Reason;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
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
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
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

    private static final Duration A_DAY = Duration.ofHours(24).plusMinutes(11);
    private static final String LIKES = "GET /me/likes/tracks";
    private static final String TRACK = "GET /tracks/{track_urn}";

    @Inject
    MovableClock clock;

    private Wiretap wire;
    private SpotifyControl soundCloud;

    @BeforeEach
    void listen() {
        wire = new Wiretap(setting("kafka.bootstrap.servers"));
        soundCloud = new SpotifyControl(setting("segue.soundcloud.base-url"));
        soundCloud.reset();
        clock.advance(A_DAY);
    }

    private static String setting(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    @AfterEach
    void hangUp() {
        wire.close();
    }

    @Test
    void likesAreReadOnceAndThenUpToWhatIsKnown() {
        clock.advance(Duration.ofDays(8));
        int before = soundCloud.calls(LIKES);
        String first = detect("{\"source\": \"SOUNDCLOUD_LIKES\"}");
        int all = ended(first).detected();
        assertThat(all).isGreaterThanOrEqualTo(LIKED);
        assertThat(soundCloud.calls(LIKES) - before).as("pages of 200").isEqualTo(2);
        assertThat(said(TrackDetected.class, Topic.TRACK_DETECTED, first, all))
                .allSatisfy(one -> assertThat(one.source()).isEqualTo(DetectionSource.SOUNDCLOUD_LIKES));

        assertThat(ended(detect("{\"source\": \"SOUNDCLOUD_LIKES\"}")).detected())
                .isEqualTo(all);
        assertThat(soundCloud.calls(LIKES) - before).as("nothing new").isEqualTo(3);

        like("{\"number\": 815, \"title\": \"Some One - New Song\", \"user\": \"A Label\"}");
        String grown = detect("{\"source\": \"SOUNDCLOUD_LIKES\"}");
        assertThat(ended(grown).detected()).isEqualTo(all + 1);
        assertThat(soundCloud.calls(LIKES) - before).as("one new").isEqualTo(4);
        TrackFetched fetched =
                said(TrackFetched.class, Topic.TRACK_FETCHED, grown, 1).getFirst();
        assertThat(fetched.id()).isEqualTo(TrackId.parse("soundcloud:815"));
        assertThat(fetched.track().orElseThrow().artists()).containsExactly("Some One");
        assertThat(said(PlaylistObserved.class, Topic.PLAYLIST_OBSERVED, grown, 1)
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
            String run = detect("{\"source\": \"SINGLE\", \"url\": \"" + line.get(form) + "\"}");
            assertThat(ended(run).detected()).isOne();
            TrackDetected detected =
                    said(TrackDetected.class, Topic.TRACK_DETECTED, run, 1).getFirst();
            assertThat(detected.id()).isEqualTo(TrackId.parse("soundcloud:816"));
            assertThat(detected.hint().title()).contains("One Song");
        }

        assertThat(soundCloud.calls("GET /resolve")).isEqualTo(2);
        assertThat(soundCloud.calls(TRACK)).isOne();
    }

    @Test
    void pageThatIsNoTracksFailsWithItsReason() {
        String run = detect("{\"source\": \"SINGLE\", \"url\": \"https://soundcloud.com/nobody/nothing\"}");

        DetectionStatus status = ended(run);

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

        wire.say(request(TrackId.spotify("0000000000000000000zzz")), run);
        List.of(known, unknown, known).forEach(id -> wire.say(request(id), run));
        List<TrackFetched> answers = said(TrackFetched.class, Topic.TRACK_FETCHED, run, 3);
        wire.say(request(unknown), run);
        said(TrackFetched.class, Topic.TRACK_FETCHED, run, 4);

        assertThat(answers).filteredOn(answer -> answer.track().isPresent()).hasSize(2);
        assertThat(answers).filteredOn(answer -> answer.id().equals(unknown)).hasSize(1);
        assertThat(soundCloud.calls(TRACK)).isEqualTo(2);
    }

    @Test
    void nothingGoesOutWhileItIsBlockedAndAllIsDoneAfterwards() {
        like("{\"number\": 818, \"title\": \"Asked For Later\", \"user\": \"Somebody\"}");
        soundCloud.fault("{\"endpoint\": \"*\", \"kind\": \"429\", \"retryAfter\": 86400}");
        String fetch = UUID.randomUUID().toString();
        wire.say(request(TrackId.parse("soundcloud:818")), fetch);
        Awaitility.await().until(() -> soundCloud.calls(TRACK) == 1);

        String likes = detect("{\"source\": \"SOUNDCLOUD_LIKES\"}");
        wire.await(
                1,
                sent -> about(Topic.DETECTION_STATUS, likes).test(sent)
                        && Wire.read(DetectionStatus.class, sent.value())
                                .askAgain()
                                .isPresent());
        when().get("/sources").then().body("apis.find { it.name == 'soundcloud' }.blockedUntil", notNullValue());
        assertThat(soundCloud.calls(TRACK) + soundCloud.calls(LIKES))
                .as("while blocked")
                .isOne();

        soundCloud.advance(A_DAY);
        clock.advance(A_DAY);
        assertThat(said(TrackFetched.class, Topic.TRACK_FETCHED, fetch, 1)
                        .getFirst()
                        .track())
                .isPresent();
        assertThat(ended(likes).detected()).isGreaterThanOrEqualTo(LIKED);
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

        String run = detect("{\"source\": \"SOUNDCLOUD_LIKES\"}");
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInSameThread().until(() -> {
            clock.advance(Duration.ofSeconds(30));
            return wire.await(0, sent -> about(Topic.DETECTION_STATUS, run).test(sent) && isOver(sent.value()))
                            .size()
                    == 1;
        });

        assertThat(ended(run).state()).isEqualTo(DetectionStatus.State.COMPLETED);
        assertThat(soundCloud.calls(LIKES)).isGreaterThan(4);
    }

    @Test
    void sourcesTellOfEveryCall() {
        ended(detect("{\"source\": \"SOUNDCLOUD_LIKES\"}"));

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

    private static FetchRequested request(TrackId id) {
        return new FetchRequested(id, Reason.MISSING, Hint.of(id), Optional.empty(), Optional.empty(), Instant.now());
    }

    private static String detect(String body) {
        return given().contentType("application/json")
                .body(body)
                .when()
                .post("/detections")
                .then()
                .statusCode(202)
                .extract()
                .path("runId");
    }

    private <F extends Fact> List<F> said(Class<F> type, Topic topic, String run, int count) {
        return wire.await(count, about(topic, run)).stream()
                .map(sent -> Wire.read(type, sent.value()))
                .toList();
    }

    private DetectionStatus ended(String run) {
        return wire.await(1, sent -> about(Topic.DETECTION_STATUS, run).test(sent) && isOver(sent.value())).stream()
                .map(sent -> Wire.read(DetectionStatus.class, sent.value()))
                .toList()
                .getLast();
    }

    private static boolean isOver(byte[] status) {
        return Wire.read(DetectionStatus.class, status).state() != DetectionStatus.State.ACCEPTED;
    }
}
