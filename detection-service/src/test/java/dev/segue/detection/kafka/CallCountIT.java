package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SpotifyAndBroker.TRACKS;
import static dev.segue.testkit.Wiretap.about;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.DetectionStatus.State;
import dev.segue.library.fact.Topic;
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
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a job costs at most, counted at Spotify's stand-in, and what becomes of one that Spotify does not answer.
@QuarkusTest
@TestProfile(CallCountIT.ManyPlaylists.class)
class CallCountIT {

    public static class ManyPlaylists implements QuarkusTestProfile {

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
    private static final String FEATURES = "GET /v1/audio-features";

    @TempDir
    Path directory;

    @Inject
    MovableClock clock;

    private Wiretap wire;
    private SpotifyControl spotify;

    @BeforeEach
    void listen() {
        wire = new Wiretap(setting("kafka.bootstrap.servers"));
        spotify = new SpotifyControl(setting("segue.spotify.accounts-url"));
        spotify.reset();
        clock.advance(A_DAY);
    }

    @AfterEach
    void hangUp() {
        spotify.mode("{\"mode\": \"development\"}");
        wire.close();
    }

    @Test
    void fiftyPlaylistsTogetherCostOneCallWhenUnchanged() throws IOException {
        Path backup = Path.of(setting("segue.csv.directory"));
        for (int number = spotify.playlists(); number < 50; number++) {
            Files.writeString(backup.resolve("Mix_" + number + ".csv"), tracks(2));
            spotify.show("Mix_" + number, tracks(2));
        }
        settled(detect("{\"source\": \"PLAYLISTS\"}"));
        clock.advance(Duration.ofMinutes(2));
        int before = spotify.calls();

        settled(detect("{\"source\": \"PLAYLISTS\"}"));

        assertThat(spotify.playlists()).isEqualTo(50);
        assertThat(spotify.calls() - before).isOne();
    }

    @Test
    void grownPlaylistCostsThreeCallsWhereAudioFeaturesAreGiven() throws IOException {
        spotify.mode("{\"mode\": \"extended\"}");
        String playlist = playlist(SpotifyStandIn.playlistId("Playlist_1"));
        settled(detect(playlist));
        spotify.show("Playlist_1", tracks(TRACKS + 5));
        int before = spotify.calls();

        String run = detect(playlist);

        assertThat(settled(run).detected()).isEqualTo(TRACKS + 5);
        assertThat(spotify.calls() - before).isEqualTo(3);
        assertThat(fetched(run, 5))
                .hasSize(5)
                .allSatisfy(track -> assertThat(track.features()).isPresent());
    }

    @Test
    void audioFeaturesThatAreRefusedWithA429AreFetchedLater() throws IOException {
        spotify.mode("{\"mode\": \"extended\"}");
        spotify.show("Late features", tracks(4, 51));
        spotify.fault("{\"endpoint\": \"" + FEATURES + "\", \"kind\": \"429\", \"retryAfter\": 86400}");

        String run = detect(playlist(SpotifyStandIn.playlistId("Late features")));

        DetectionStatus first = over(run);
        assertThat(first.state()).isEqualTo(State.COMPLETED);
        assertThat(first.detected()).isEqualTo(4);
        assertThat(first.askAgain()).isPresent();
        assertThat(fetched(run, 4))
                .allSatisfy(track -> assertThat(track.features()).isEmpty());
        spotify.advance(A_DAY);
        clock.advance(A_DAY);
        assertThat(settled(run).detected()).isEqualTo(4);
        assertThat(fetched(run, 8).subList(4, 8))
                .allSatisfy(track -> assertThat(track.features()).isPresent());
        assertThat(spotify.calls(FEATURES)).isEqualTo(2);
    }

    @Test
    void playlistOfSomebodyElseIsLeftToItsExport() throws IOException {
        Files.writeString(Path.of(setting("segue.csv.directory")).resolve("Theirs.csv"), tracks(7));
        spotify.showAs("somebody", "Theirs", tracks(9));

        DetectionStatus exported = settled(detect(playlist(SpotifyStandIn.playlistId("Theirs"))));
        DetectionStatus named = settled(detect(playlist("Theirs")));

        assertThat(named.state()).isEqualTo(State.COMPLETED);
        assertThat(named.detected()).isEqualTo(7);
        assertThat(exported.state()).isEqualTo(State.FAILED);
        assertThat(exported.reason().orElseThrow()).contains("not yours");
        assertThat(spotify.calls("GET /v1/playlists/{id}/items")).isZero();
        settled(detect("{\"source\": \"PLAYLISTS\"}"));
        int before = spotify.calls();
        clock.advance(Duration.ofMinutes(2));
        settled(detect("{\"source\": \"PLAYLISTS\"}"));
        assertThat(spotify.calls() - before).as("only the list").isOne();
    }

    @Test
    void playlistThatNobodyHasFailsWithAReason() {
        DetectionStatus run = settled(detect(playlist("0000000000000000000zzz")));

        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.reason().orElseThrow()).contains("404");
        assertThat(spotify.calls()).isOne();
    }

    @Test
    void playlistIsReadInTheEndWhateverGoesWrongOnTheWay() throws IOException {
        spotify.show("Hard to read", tracks(TRACKS + 20, 52));
        List.of("timeout", "garbage", "200-with-error", "redirect", "5xx")
                .forEach(kind -> spotify.fault("{\"endpoint\": \"*\", \"kind\": \"" + kind + "\"}"));

        String run = detect(playlist(SpotifyStandIn.playlistId("Hard to read")));

        assertThat(settledWhileTimePasses(run).detected()).isEqualTo(TRACKS + 20);
        assertThat(spotify.calls()).isEqualTo(5 + 2);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /// The first tracks of the first exported playlist.
    private String tracks(int count) throws IOException {
        return tracks(count, SpotifyAndBroker.SEED + 1);
    }

    /// Tracks that no export has, by another seed than its.
    private String tracks(int count, long seed) throws IOException {
        SampleLibrary.write(directory, 0, 1, count, seed);
        return Files.readString(directory.resolve("Playlist_1.csv"));
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

    private List<Track> fetched(String run, int count) {
        return wire.await(count, about(Topic.TRACK_FETCHED, run)).stream()
                .map(sent -> Wire.read(TrackFetched.class, sent.value()).track().orElseThrow())
                .toList();
    }

    private DetectionStatus over(String run) {
        return last(wire.await(1, is(run, now -> now.state() != State.ACCEPTED)));
    }

    private DetectionStatus settled(String run) {
        return last(wire.await(1, is(run, CallCountIT::isSettled)));
    }

    private DetectionStatus settledWhileTimePasses(String run) {
        var settled = is(run, CallCountIT::isSettled);
        Awaitility.await().atMost(Duration.ofMinutes(2)).pollInSameThread().until(() -> {
            clock.advance(Duration.ofSeconds(30));
            return !wire.await(0, settled).isEmpty();
        });
        return settled(run);
    }

    private static boolean isSettled(DetectionStatus run) {
        return run.state() != State.ACCEPTED && run.askAgain().isEmpty();
    }

    private static Predicate<ConsumerRecord<String, byte[]>> is(String run, Predicate<DetectionStatus> wanted) {
        return about(Topic.DETECTION_STATUS, run)
                .and(sent -> wanted.test(Wire.read(DetectionStatus.class, sent.value())));
    }

    private static DetectionStatus last(List<ConsumerRecord<String, byte[]>> said) {
        return Wire.read(DetectionStatus.class, said.getLast().value());
    }
}
