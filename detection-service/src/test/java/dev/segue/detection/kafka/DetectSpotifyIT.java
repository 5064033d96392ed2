package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SpotifyAndBroker.LIKED;
import static dev.segue.detection.kafka.SpotifyAndBroker.TRACKS;
import static dev.segue.testkit.Wiretap.about;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.segue.library.Hint;
import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.FetchRequested.Reason;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.fact.Wire;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.Wiretap;
import dev.segue.testkit.spotify.SpotifyStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How often Spotify is asked, counted at its stand-in.
@QuarkusTest
@TestProfile(DetectSpotifyIT.WithSpotify.class)
class DetectSpotifyIT {

    public static class WithSpotify implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class, PersonsToken.class);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SpotifyAndBroker.class));
        }
    }

    private static final Duration A_DAY = Duration.ofHours(24).plusMinutes(11);

    @TempDir
    Path directory;

    @Inject
    MovableClock clock;

    private Wiretap wire;
    private SpotifyControl spotify;

    @BeforeEach
    void listen() {
        wire = new Wiretap(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        spotify = new SpotifyControl(ConfigProvider.getConfig().getValue("segue.spotify.accounts-url", String.class));
        spotify.reset();
        clock.advance(A_DAY);
    }

    @AfterEach
    void hangUp() {
        wire.close();
    }

    @Test
    void likedSongsWithAnExportCostNoCall() {
        String run = detect("{\"source\": \"LIKED\"}");

        assertThat(ended(run).detected()).isEqualTo(LIKED);
        assertThat(spotify.calls()).isZero();
    }

    @Test
    void exportedPlaylistCostsOneCallTwoWhenItHasGrownAndOneAgain() throws IOException {
        String playlist = SpotifyStandIn.playlistId("Playlist_1");

        assertThat(ended(detect(playlist(playlist))).detected()).isEqualTo(TRACKS);
        assertThat(spotify.calls()).as("first time, unchanged").isOne();

        spotify.show("Playlist_1", tracks(TRACKS + 5));
        String run = detect(playlist("https://open.spotify.com/playlist/" + playlist));
        assertThat(ended(run).detected()).isEqualTo(TRACKS + 5);
        assertThat(spotify.calls()).as("five new").isEqualTo(1 + 2);
        assertThat(said(PlaylistObserved.class, Topic.PLAYLIST_OBSERVED, run, 1)
                        .getFirst()
                        .tracks())
                .hasSize(TRACKS + 5);
        assertThat(said(TrackFetched.class, Topic.TRACK_FETCHED, run, 5))
                .hasSize(5)
                .allSatisfy(fetched -> {
                    assertThat(fetched.track().orElseThrow().isrc()).isPresent();
                    assertThat(fetched.playlist()).contains("Playlist_1");
                });

        assertThat(ended(detect(playlist("Playlist_1"))).detected()).isEqualTo(TRACKS + 5);
        assertThat(spotify.calls()).as("unchanged").isEqualTo(1 + 2 + 1);

        spotify.show("Playlist_1", tracks(TRACKS - 10));
        String shrunk = detect(playlist("Playlist_1"));
        assertThat(ended(shrunk).state()).isEqualTo(DetectionStatus.State.COMPLETED);
        assertThat(said(TrackDetected.class, Topic.TRACK_DETECTED, shrunk, TRACKS + 15))
                .filteredOn(detected -> detected.playlist().isEmpty())
                .hasSize(15);
    }

    @Test
    void playlistWithoutAnExportCostsOneCallForAHundredTracks() throws IOException {
        spotify.show("Nobody exported this", tracks(TRACKS));

        String run = detect(playlist(SpotifyStandIn.playlistId("Nobody exported this")));

        assertThat(ended(run).detected()).isEqualTo(TRACKS);
        assertThat(spotify.calls()).isOne();
    }

    @Test
    void allPlaylistsTogetherCostOneCallWhenUnchanged() {
        ended(detect("{\"source\": \"PLAYLISTS\"}"));
        clock.advance(Duration.ofMinutes(2));
        int before = spotify.calls();

        ended(detect("{\"source\": \"PLAYLISTS\"}"));

        assertThat(spotify.calls() - before).isOne();
    }

    @Test
    void requestsForTracksAreAnsweredOnceEach() {
        String run = UUID.randomUUID().toString();
        TrackId known = trackOf("Playlist_3", 1);
        TrackId unknown = TrackId.spotify("0000000000000000000zzz");

        List.of(known, unknown, known).forEach(id -> wire.say(request(id), run));
        List<TrackFetched> answers = said(TrackFetched.class, Topic.TRACK_FETCHED, run, 3);
        wire.say(request(unknown), run);
        wire.say(request(known), run);
        said(TrackFetched.class, Topic.TRACK_FETCHED, run, 5);

        assertThat(answers).filteredOn(answer -> answer.track().isPresent()).hasSize(2);
        assertThat(answers).filteredOn(answer -> answer.id().equals(unknown)).hasSize(1);
        assertThat(spotify.calls("GET /v1/tracks/{id}")).isEqualTo(2);
    }

    @Test
    void answerThatMakesNoSenseIsNoAnswer() {
        spotify.fault("{\"endpoint\": \"*\", \"kind\": \"garbage\", \"count\": 2}");
        spotify.fault("{\"endpoint\": \"*\", \"kind\": \"200-with-error\"}");
        spotify.fault("{\"endpoint\": \"*\", \"kind\": \"5xx\"}");
        String run = UUID.randomUUID().toString();
        TrackId id = trackOf("Playlist_3", 2);

        wire.say(request(id), run);
        letTimePass(() -> said(TrackFetched.class, Topic.TRACK_FETCHED, run, 0).size() == 1);

        assertThat(said(TrackFetched.class, Topic.TRACK_FETCHED, run, 1)
                        .getFirst()
                        .track())
                .isPresent();
    }

    @Test
    void exportStandsWhileTheApiTakesNoCallsAndIsHeldAgainstItLater() throws IOException {
        spotify.fault("{\"endpoint\": \"GET /v1/playlists/{id}\", \"kind\": \"429\", \"retryAfter\": 86400}");
        spotify.show("playlist_2", tracks(TRACKS + 1));
        String run = detect(playlist(SpotifyStandIn.playlistId("playlist_2")));
        String named = detect(playlist("playlist_2"));

        assertThat(ended(named).detected()).isEqualTo(TRACKS);
        when().get("/sources")
                .then()
                .body("apis.find { it.name == 'spotify' }.blockedUntil", org.hamcrest.Matchers.notNullValue());
        assertThat(spotify.calls()).isOne();

        spotify.advance(A_DAY);
        clock.advance(A_DAY);
        wire.await(1, sent -> about(Topic.DETECTION_STATUS, run).test(sent) && isSettled(sent.value()));
        wire.await(1, sent -> about(Topic.DETECTION_STATUS, named).test(sent) && isSettled(sent.value()));
        var observed = wire.await(1, about(Topic.PLAYLIST_OBSERVED, run).or(about(Topic.PLAYLIST_OBSERVED, named)));
        assertThat(observed).as("a change is told once").hasSize(1);
        assertThat(Wire.read(PlaylistObserved.class, observed.getFirst().value())
                        .tracks())
                .hasSize(TRACKS + 1);
    }

    @Test
    void requestsThatComeWhileTheApiIsClosedAreAnsweredAfterwardsOnceEach() {
        int misses = 50;
        spotify.fault("{\"endpoint\": \"*\", \"kind\": \"429\", \"retryAfter\": 86400}");
        String run = UUID.randomUUID().toString();

        for (int track = 10; track < 10 + misses; track++) {
            wire.say(request(trackOf("Playlist_3", track)), run);
        }
        Awaitility.await().until(() -> spotify.calls() == 1);
        String hits = detect("{\"source\": \"LIKED\"}");

        assertThat(ended(hits).detected()).isEqualTo(LIKED);
        assertThat(spotify.calls()).as("while blocked").isOne();

        spotify.advance(A_DAY);
        clock.advance(A_DAY);
        List<TrackFetched> answers = said(TrackFetched.class, Topic.TRACK_FETCHED, run, misses);
        assertThat(answers).extracting(TrackFetched::id).doesNotHaveDuplicates();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.track()).isPresent());
        assertThat(spotify.calls("GET /v1/tracks/{id}")).isLessThanOrEqualTo(misses + 1);
    }

    @Test
    void sourcesAndMetricsTellOfEveryCall() {
        ended(detect(playlist(SpotifyStandIn.playlistId("Playlist_3"))));

        when().get("/sources")
                .then()
                .body("apis[0].configured", equalTo(true))
                .body("apis[0].calls.endpoint", hasItem("GET /v1/playlists/{id}"));
        assertThat(when().get("/q/metrics").asString())
                .contains(
                        "segue_api_calls_total{api=\"spotify\",endpoint=\"GET /v1/playlists/{id}\",outcome=\"answer\"}");
    }

    private void letTimePass(java.util.concurrent.Callable<Boolean> until) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInSameThread().until(() -> {
            clock.advance(Duration.ofSeconds(10));
            return until.call();
        });
    }

    /// The first playlist, longer or shorter.
    private String tracks(int count) throws IOException {
        SampleLibrary.write(directory, 0, 1, count, SpotifyAndBroker.SEED + 1);
        return Files.readString(directory.resolve("Playlist_1.csv"));
    }

    private static TrackId trackOf(String playlist, int position) {
        return SpotifyAndBroker.track(playlist, position);
    }

    private FetchRequested request(TrackId id) {
        return new FetchRequested(id, Reason.MISSING, Hint.of(id), Optional.empty(), Optional.empty(), Instant.now());
    }

    private static String playlist(String name) {
        return "{\"source\": \"PLAYLIST\", \"playlist\": \"" + name + "\"}";
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

    private static boolean isSettled(byte[] status) {
        return isOver(status)
                && Wire.read(DetectionStatus.class, status).askAgain().isEmpty();
    }

    private static boolean isOver(byte[] status) {
        return Wire.read(DetectionStatus.class, status).state() != DetectionStatus.State.ACCEPTED;
    }
}
