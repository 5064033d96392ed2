package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SpotifyAndBroker.LIKED;
import static dev.segue.detection.kafka.SpotifyAndBroker.TRACKS;
import static dev.segue.testkit.Wiretap.about;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import dev.segue.library.fact.Wire;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How often Spotify is asked, counted at its stand-in.
@QuarkusTest
@TestProfile(DetectSpotifyIT.WithSpotify.class)
class DetectSpotifyIT extends AtSpotify {

    public static class WithSpotify extends AsAPerson {}

    @TempDir
    Path directory;

    @Test
    void likedSongsWithAnExportCostNoCall() {
        String run = observer.detectSource("LIKED");

        assertThat(observer.over(run).detected()).isEqualTo(LIKED);
        assertThat(spotify.calls()).isZero();
    }

    @Test
    void exportedPlaylistCostsOneCallTwoWhenItHasGrownAndOneAgain() throws IOException {
        String playlist = SpotifyStandIn.playlistId("Playlist_1");

        assertThat(observer.over(observer.detectPlaylist(playlist)).detected()).isEqualTo(TRACKS);
        assertThat(spotify.calls()).as("first time, unchanged").isOne();

        spotify.show("Playlist_1", tracks(TRACKS + 5));
        String run = observer.detectPlaylist("https://open.spotify.com/playlist/" + playlist);
        assertThat(observer.over(run).detected()).isEqualTo(TRACKS + 5);
        assertThat(spotify.calls()).as("five new").isEqualTo(1 + 2);
        assertThat(observer.said(PlaylistObserved.class, Topic.PLAYLIST_OBSERVED, run, 1)
                        .getFirst()
                        .tracks())
                .hasSize(TRACKS + 5);
        assertThat(observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, 5))
                .hasSize(5)
                .allSatisfy(fetched -> {
                    assertThat(fetched.track().orElseThrow().isrc()).isPresent();
                    assertThat(fetched.playlist()).contains("Playlist_1");
                });

        assertThat(observer.over(observer.detectPlaylist("Playlist_1")).detected())
                .isEqualTo(TRACKS + 5);
        assertThat(spotify.calls()).as("unchanged").isEqualTo(1 + 2 + 1);

        spotify.show("Playlist_1", tracks(TRACKS - 10));
        String shrunk = observer.detectPlaylist("Playlist_1");
        assertThat(observer.over(shrunk).state()).isEqualTo(DetectionStatus.State.COMPLETED);
        assertThat(observer.said(TrackDetected.class, Topic.TRACK_DETECTED, shrunk, TRACKS + 15))
                .filteredOn(detected -> detected.playlist().isEmpty())
                .hasSize(15);
    }

    @Test
    void playlistWithoutAnExportCostsOneCallForAHundredTracks() throws IOException {
        spotify.show("Nobody exported this", tracks(TRACKS));

        String run = observer.detectPlaylist(SpotifyStandIn.playlistId("Nobody exported this"));

        assertThat(observer.over(run).detected()).isEqualTo(TRACKS);
        assertThat(spotify.calls()).isOne();
    }

    @Test
    void allPlaylistsTogetherCostOneCallWhenUnchanged() {
        observer.over(observer.detectSource("PLAYLISTS"));
        clock.advance(Duration.ofMinutes(2));
        int before = spotify.calls();

        observer.over(observer.detectSource("PLAYLISTS"));

        assertThat(spotify.calls() - before).isOne();
    }

    @Test
    void requestsForTracksAreAnsweredOnceEach() {
        String run = UUID.randomUUID().toString();
        TrackId known = trackOf("Playlist_3", 1);
        TrackId unknown = TrackId.spotify("0000000000000000000zzz");

        List.of(known, unknown, known).forEach(id -> observer.request(id, run));
        List<TrackFetched> answers = observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, 3);
        observer.request(unknown, run);
        observer.request(known, run);
        observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, 5);

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

        observer.request(id, run);
        letTimePass(() ->
                observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, 0).size() == 1);

        assertThat(observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, 1)
                        .getFirst()
                        .track())
                .isPresent();
    }

    @Test
    void exportStandsWhileTheApiTakesNoCallsAndIsHeldAgainstItLater() throws IOException {
        spotify.fault("{\"endpoint\": \"GET /v1/playlists/{id}\", \"kind\": \"429\", \"retryAfter\": 86400}");
        spotify.show("playlist_2", tracks(TRACKS + 1));
        String run = observer.detectPlaylist(SpotifyStandIn.playlistId("playlist_2"));
        String named = observer.detectPlaylist("playlist_2");

        assertThat(observer.over(named).detected()).isEqualTo(TRACKS);
        when().get("/sources")
                .then()
                .body("apis.find { it.name == 'spotify' }.blockedUntil", org.hamcrest.Matchers.notNullValue());
        assertThat(spotify.calls()).isOne();

        spotify.advance(Observer.A_DAY);
        clock.advance(Observer.A_DAY);
        observer.settled(run);
        observer.settled(named);
        var observed =
                observer.wire.await(1, about(Topic.PLAYLIST_OBSERVED, run).or(about(Topic.PLAYLIST_OBSERVED, named)));
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
            observer.request(trackOf("Playlist_3", track), run);
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> spotify.calls() == 1);
        String hits = observer.detectSource("LIKED");

        assertThat(observer.over(hits).detected()).isEqualTo(LIKED);
        assertThat(spotify.calls()).as("while blocked").isOne();

        spotify.advance(Observer.A_DAY);
        clock.advance(Observer.A_DAY);
        List<TrackFetched> answers = observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, misses);
        assertThat(answers).extracting(TrackFetched::id).doesNotHaveDuplicates();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.track()).isPresent());
        assertThat(spotify.calls("GET /v1/tracks/{id}")).isLessThanOrEqualTo(misses + 1);
    }

    @Test
    void sourcesAndMetricsTellOfEveryCall() {
        observer.over(observer.detectPlaylist(SpotifyStandIn.playlistId("Playlist_3")));

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
}
