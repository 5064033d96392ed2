package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SpotifyAndBroker.TRACKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.DetectionStatus.State;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackFetched;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The clock of the machine is set while the service works: to another year, or back.
@QuarkusTest
@TestProfile(ClockJumpIT.AnyTime.class)
class ClockJumpIT extends AtSpotify {

    public static class AnyTime extends AsWhoLogsIn {}

    private static final Duration A_YEAR = Duration.ofDays(365);

    @TempDir
    Path directory;

    private Duration jumped = Duration.ZERO;

    private final String playlist = SpotifyStandIn.playlistId("Playlist_1");

    @BeforeEach
    void begin() {
        logIn();
    }

    @AfterEach
    void putBack() {
        clock.advance(jumped.negated());
    }

    private void jump(Duration by) {
        jumped = jumped.plus(by);
        clock.advance(by);
    }

    @Test
    void aYearAheadTheTokenIsRenewedAndWorkGoesOn() {
        jump(A_YEAR);

        assertThat(observer.settled(observer.detectPlaylist(playlist)).detected())
                .isGreaterThanOrEqualTo(TRACKS);

        assertThat(spotify.calls("POST /api/token")).isOne();
    }

    @Test
    void aYearBackTheTokenIsRenewedAndAChangeIsToldOnce() throws IOException {
        jump(A_YEAR.negated());
        SampleLibrary.write(directory, 0, 1, TRACKS + 3, SpotifyAndBroker.SEED + 1);
        spotify.show("Playlist_1", Files.readString(directory.resolve("Playlist_1.csv")));

        String changed = observer.detectPlaylist(playlist);
        assertThat(observer.settled(changed).detected()).isEqualTo(TRACKS + 3);
        int calls = spotify.calls();
        String again = observer.detectPlaylist(playlist);

        assertThat(observer.settled(again).detected()).isEqualTo(TRACKS + 3);
        assertThat(spotify.calls() - calls).as("it is as it was").isOne();
        assertThat(observer.said(PlaylistObserved.class, Topic.PLAYLIST_OBSERVED, changed, 1))
                .hasSize(1);
        assertThat(observer.said(PlaylistObserved.class, Topic.PLAYLIST_OBSERVED, again, 0))
                .isEmpty();
    }

    @Test
    void nobodyWaitsUntilTheClockIsWhereItWas() {
        spotify.fault("{\"endpoint\": \"*\", \"kind\": \"429\", \"retryAfter\": 86400}");
        String run = observer.detectPlaylist(playlist);
        observer.waiting(run);
        String fetch = UUID.randomUUID().toString();
        observer.request(SpotifyAndBroker.track("Playlist_3", 70), fetch);

        jump(Duration.ofDays(-30));

        assertThat(observer.settled(run).state()).isEqualTo(State.COMPLETED);
        assertThat(observer.said(TrackFetched.class, Topic.TRACK_FETCHED, fetch, 1))
                .hasSize(1);
    }

    @Test
    void aBlockIsOverWhenTheClockIsBeyondIt() {
        spotify.fault("{\"endpoint\": \"*\", \"kind\": \"429\", \"retryAfter\": 86400}");
        String run = observer.detectPlaylist(playlist);
        observer.waiting(run);
        assertThat(spotify.calls()).isOne();

        clock.advance(Observer.A_DAY);

        assertThat(observer.settled(run).state()).isEqualTo(State.COMPLETED);
        assertThat(spotify.calls()).isEqualTo(2);
    }
}
