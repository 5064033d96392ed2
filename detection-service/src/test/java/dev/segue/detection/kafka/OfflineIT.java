package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SpotifyAndBroker.LIKED;
import static dev.segue.detection.kafka.SpotifyAndBroker.TRACKS;
import static dev.segue.testkit.Wiretap.about;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.detection.MovableClock;
import dev.segue.detection.NowPlaying;
import dev.segue.library.TrackId;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.testkit.SampleLibrary;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `csv-only`: nobody is ever asked, whatever is wanted, though there are apps, logins and schedules.
@QuarkusTest
@TestProfile(OfflineIT.Offline.class)
class OfflineIT {

    public static class Offline extends AsWhoLogsIn {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "segue.lookup", "csv-only",
                    "segue.current.watch", "true",
                    "segue.schedule.liked", "* * * * * ?",
                    "segue.schedule.newest-likes", "* * * * * ?",
                    "segue.schedule.playlists", "* * * * * ?",
                    "segue.schedule.soundcloud", "* * * * * ?");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(BothAndBroker.class));
        }
    }

    @TempDir
    Path directory;

    @Inject
    MovableClock clock;

    @Inject
    NowPlaying playing;

    private Observer observer;
    private StandInControl spotify;
    private StandInControl soundCloud;

    @BeforeEach
    void logInAndLetTheTokensEnd() {
        observer = new Observer();
        spotify = new StandInControl(Observer.setting("segue.spotify.accounts-url"));
        soundCloud = new StandInControl(Observer.setting("segue.soundcloud.base-url"));
        Observer.logIn("spotify");
        Observer.logIn("soundcloud");
        spotify.reset();
        soundCloud.reset();
        clock.advance(Duration.ofHours(2));
    }

    @AfterEach
    void nobodyWasAsked() {
        observer.close();
        assertThat(spotify.allCalls()).as("calls of Spotify, tokens included").isZero();
        assertThat(soundCloud.allCalls())
                .as("calls of SoundCloud, tokens included")
                .isZero();
    }

    @Test
    void exportsAreDetected() throws IOException {
        SampleLibrary.write(directory, 0, 1, TRACKS + 5, SpotifyAndBroker.SEED + 1);
        spotify.show("Playlist_1", Files.readString(directory.resolve("Playlist_1.csv")));

        assertThat(observer.settled(observer.detectSource("LIKED")).detected()).isEqualTo(LIKED);
        assertThat(observer.settled(observer.detectPlaylist("Playlist_1")).detected())
                .isEqualTo(TRACKS);
        assertThat(observer.settled(observer.detectSource("BACKUP")).detected()).isGreaterThanOrEqualTo(LIKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"source\": \"NEWEST_LIKES\"}",
                "{\"source\": \"PLAYLISTS\"}",
                "{\"source\": \"CURRENT\"}",
                "{\"source\": \"SOUNDCLOUD_LIKES\"}",
                "{\"source\": \"SINGLE\", \"url\": \"https://soundcloud.com/some/song\"}",
                "{\"source\": \"PLAYLIST\", \"playlist\": \"https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M\"}"
            })
    void whatOnlyAnApiKnowsIsRefusedWithItsReason(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/detections")
                .then()
                .statusCode(404)
                .body("detail", Matchers.matchesPattern("segue.lookup is csv-only.*|the backup has no playlist.*"));
    }

    @Test
    void namedTrackIsDetectedByWhatTheBackupKnowsOfIt() {
        TrackId known = SpotifyAndBroker.track("Playlist_1", 1);

        String run = observer.detect("{\"source\": \"SINGLE\", \"url\": \"" + known.key() + "\"}");

        assertThat(observer.said(TrackDetected.class, Topic.TRACK_DETECTED, run, 1)
                        .getFirst()
                        .hint()
                        .title())
                .isPresent();
    }

    @Test
    void requestsForTracksWaitAndNothingElseDoes() {
        String run = UUID.randomUUID().toString();
        observer.request(SpotifyAndBroker.track("Playlist_3", 50), run);
        observer.request(TrackId.parse("soundcloud:1"), run);
        long later = System.currentTimeMillis() + 1_000;

        observer.wire.await(
                3,
                sent -> sent.topic().equals(Topic.DETECTION_STATUS.topic())
                        && sent.timestamp() > later
                        && !about(Topic.DETECTION_STATUS, run).test(sent));

        assertThat(observer.wire.await(0, about(Topic.TRACK_FETCHED, run))).isEmpty();
    }

    @Test
    void nobodyLooksWhatPlaysAndNoFileIsDownloaded() {
        Duration rest = playing.look();

        assertThat(rest).isPositive();
        when().get("/audio/soundcloud:1").then().statusCode(404);
        when().get("/sources").then().statusCode(200).body("apis.configured", Matchers.everyItem(Matchers.is(false)));
    }
}
