package dev.segue.detection.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.DetectionStatus.State;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackFetched;
import dev.segue.testkit.soundcloud.SoundCloudStandIn;
import dev.segue.testkit.spotify.SpotifyStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people, topics and APIs send that is not as it should be.
@QuarkusTest
@TestProfile(BadInputIT.BothApis.class)
class BadInputIT extends AtSpotify {

    public static class BothApis extends AsWhoLogsIn {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(BothAndBroker.class));
        }
    }

    @TempDir
    Path directory;

    private StandInControl soundCloud;

    @BeforeEach
    void begin() {
        soundCloud = new StandInControl(Observer.setting("segue.soundcloud.base-url"));
        Observer.logIn("soundcloud");
        logIn();
        soundCloud.reset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SINGLE|https://evil.example/track/4uLU6hMCjMI75M1A2tKUQC|not a page of open.spotify.com",
                "SINGLE|https://open.spotify.com@evil.example/track/4uLU6hMCjMI75M1A2tKUQC|not a page of",
                "SINGLE|https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQ|22 letters and digits",
                "SINGLE|4uLU6hMCjMI75M1A2tKUQ|is no track",
                "SINGLE|spotify:track:4uLU6hMCjMI75M1A2tKUQ|is no track",
                "SINGLE|spotify:episode:4uLU6hMCjMI75M1A2tKUQC|is no track",
                "SINGLE|https://open.spotify.com/album/4uLU6hMCjMI75M1A2tKUQC|not the page of a track",
                "SINGLE|soundcloud:abc|is no track",
                "PLAYLIST|https://evil.example/playlist/37i9dQZF1DXcBWIGoYBM5M|not a page of open.spotify.com",
                "PLAYLIST|https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5|not the page of a playlist",
                "PLAYLIST|spotify:playlist:37i9dQZF1DXcBWIGoYBM5|is no Spotify playlist"
            })
    void whatNamesNothingIsRefusedUnasked(String source, String named, String why) {
        given().contentType("application/json")
                .body(Map.of("source", source, "url", named))
                .post("/detections")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", Matchers.containsString(why));

        assertThat(spotify.allCalls() + soundCloud.allCalls()).isZero();
    }

    @Test
    void playlistThatDoesNotExistFailsWithItsReason() {
        DetectionStatus byId = observer.settled(observer.detectPlaylist("0000000000000000000zzz"));
        DetectionStatus byName = observer.settled(observer.detectPlaylist("Nobody has this"));

        assertThat(byId.state()).isEqualTo(State.FAILED);
        assertThat(byId.reason().orElseThrow()).contains("404");
        assertThat(byName.state()).isEqualTo(State.FAILED);
        assertThat(byName.reason().orElseThrow()).contains("no export and no playlist of yours");
        assertThat(spotify.calls()).isEqualTo(2);
    }

    @Test
    void requestForWhatIsNoIdGoesToTheDeadLettersUnasked() throws Exception {
        String key = "spotify:4uLU6hMCjMI75M1A2tKUQ";
        observer.wire.say(new ProducerRecord<>(
                Topic.FETCH_REQUESTED.topic(),
                key,
                "{\"id\": \"%s\", \"reason\": \"MISSING\", \"at\": \"2026-11-22T12:00:00Z\"}"
                        .formatted(key)
                        .getBytes(StandardCharsets.UTF_8)));
        String run = UUID.randomUUID().toString();
        observer.request(SpotifyAndBroker.track("Playlist_3", 50), run);

        observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, 1);

        observer.wire.await(
                1, sent -> sent.topic().equals(Topic.FETCH_REQUESTED.deadLetters()) && key.equals(sent.key()));
        assertThat(spotify.calls("GET /v1/tracks/{id}")).isOne();
    }

    @Test
    void redirectToAnotherHostIsNotFollowedAndNoTokenGoesThere() throws IOException {
        try (var elsewhere = SpotifyStandIn.start(0, Path.of(Observer.setting("segue.csv.directory")));
                var elsewhereToo = SoundCloudStandIn.start(0, directory)) {
            for (String endpoint : List.of("GET /v1/playlists/{id}", "GET /v1/tracks/{id}", "POST /api/token")) {
                spotify.fault(redirect(endpoint, elsewhere.address() + "/v1/me"));
            }
            for (String endpoint : List.of("GET /me/likes/tracks", "GET /resolve", "POST /oauth/token")) {
                soundCloud.fault(redirect(endpoint, elsewhereToo.address() + "/me"));
            }
            spotify.advance(Duration.ofHours(2));
            soundCloud.advance(Duration.ofHours(2));
            String fetch = UUID.randomUUID().toString();
            observer.request(SpotifyAndBroker.track("Playlist_3", 51), fetch);

            String playlist = observer.detectPlaylist(SpotifyStandIn.playlistId("Playlist_1"));
            String likes = observer.detectSource("SOUNDCLOUD_LIKES");
            String page = observer.detect("{\"source\": \"SINGLE\", \"url\": \"https://soundcloud.com/some/song\"}");

            assertThat(observer.settled(playlist, clock).state()).isEqualTo(State.COMPLETED);
            assertThat(observer.settled(likes, clock).state()).isEqualTo(State.COMPLETED);
            assertThat(observer.settled(page, clock).state()).isEqualTo(State.FAILED);
            observer.said(TrackFetched.class, Topic.TRACK_FETCHED, fetch, 1);
            assertThat(elsewhere.calls().total()).isZero();
            assertThat(elsewhereToo.calls().total()).isZero();
        }
    }

    private static String redirect(String endpoint, String location) {
        return "{\"endpoint\": \"%s\", \"kind\": \"redirect\", \"location\": \"%s\"}".formatted(endpoint, location);
    }

    @Tag("faults")
    @Test
    void answersThatAreNoneAreNeverTakenForOne() {
        for (String kind : List.of("garbage", "garbage", "200-with-error", "5xx", "timeout")) {
            spotify.fault("{\"endpoint\": \"GET /v1/tracks/{id}\", \"kind\": \"" + kind + "\"}");
        }
        String run = UUID.randomUUID().toString();
        TrackId known = SpotifyAndBroker.track("Playlist_3", 52);

        observer.request(known, run);

        List<TrackFetched> answers = answered(run);
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().track()).isPresent();
        assertThat(spotify.calls("GET /v1/tracks/{id}")).isEqualTo(6);
    }

    @Test
    void trackThatTheApiFailsAtAloneGoesToTheDeadLettersAsItAnswersForAnother() {
        String before = UUID.randomUUID().toString();
        observer.request(SpotifyAndBroker.track("Playlist_3", 53), before);
        observer.said(TrackFetched.class, Topic.TRACK_FETCHED, before, 1);
        spotify.fault("{\"endpoint\": \"GET /v1/tracks/{id}\", \"kind\": \"garbage\", \"count\": 10}");
        TrackId poison = SpotifyAndBroker.track("Playlist_3", 54);
        String after = UUID.randomUUID().toString();

        observer.request(poison, "poison");

        advanceUntil(() -> !observer.wire
                .await(
                        0,
                        sent -> sent.topic().equals(Topic.FETCH_REQUESTED.deadLetters())
                                && poison.toString().equals(sent.key()))
                .isEmpty());
        observer.request(SpotifyAndBroker.track("Playlist_3", 55), after);
        observer.said(TrackFetched.class, Topic.TRACK_FETCHED, after, 1);
        assertThat(spotify.calls("GET /v1/tracks/{id}")).isEqualTo(1 + 10 + 1 + 1);
    }

    private void advanceUntil(Callable<Boolean> done) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).pollInSameThread().until(() -> {
            clock.advance(Duration.ofSeconds(30));
            return done.call();
        });
    }

    private List<TrackFetched> answered(String run) {
        advanceUntil(() ->
                !observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, 0).isEmpty());
        return observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, 1);
    }
}
