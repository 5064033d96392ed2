package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SpotifyAndBroker.TRACKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.DetectionStatus.State;
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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a job costs at most, counted at Spotify's stand-in, and what becomes of one that Spotify does not answer.
@QuarkusTest
@TestProfile(CallCountIT.ManyPlaylists.class)
class CallCountIT extends AtSpotify {

    public static class ManyPlaylists extends AsAPerson {}

    private static final String FEATURES = "GET /v1/audio-features";

    @TempDir
    Path directory;

    @AfterEach
    void developmentModeAgain() {
        spotify.mode("{\"mode\": \"development\"}");
    }

    @Test
    void fiftyPlaylistsTogetherCostOneCallWhenUnchanged() throws IOException {
        Path backup = Path.of(Observer.setting("segue.csv.directory"));
        for (int number = spotify.playlists(); number < 50; number++) {
            Files.writeString(backup.resolve("Mix_" + number + ".csv"), tracks(2));
            spotify.show("Mix_" + number, tracks(2));
        }
        observer.settled(observer.detectSource("PLAYLISTS"));
        clock.advance(Duration.ofMinutes(2));
        int before = spotify.calls();

        observer.settled(observer.detectSource("PLAYLISTS"));

        assertThat(spotify.playlists()).isEqualTo(50);
        assertThat(spotify.calls() - before).isOne();
    }

    @Test
    void grownPlaylistCostsThreeCallsWhereAudioFeaturesAreGiven() throws IOException {
        spotify.mode("{\"mode\": \"extended\"}");
        String playlist = SpotifyStandIn.playlistId("Playlist_1");
        observer.settled(observer.detectPlaylist(playlist));
        spotify.show("Playlist_1", tracks(TRACKS + 5));
        int before = spotify.calls();

        String run = observer.detectPlaylist(playlist);

        assertThat(observer.settled(run).detected()).isEqualTo(TRACKS + 5);
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

        String run = observer.detectPlaylist(SpotifyStandIn.playlistId("Late features"));

        DetectionStatus first = observer.over(run);
        assertThat(first.state()).isEqualTo(State.COMPLETED);
        assertThat(first.detected()).isEqualTo(4);
        assertThat(first.askAgain()).isPresent();
        assertThat(fetched(run, 4))
                .allSatisfy(track -> assertThat(track.features()).isEmpty());
        spotify.advance(Observer.A_DAY);
        clock.advance(Observer.A_DAY);
        assertThat(observer.settled(run).detected()).isEqualTo(4);
        assertThat(fetched(run, 8).subList(4, 8))
                .allSatisfy(track -> assertThat(track.features()).isPresent());
        assertThat(spotify.calls(FEATURES)).isEqualTo(2);
    }

    @Test
    void playlistOfSomebodyElseIsLeftToItsExport() throws IOException {
        Files.writeString(Path.of(Observer.setting("segue.csv.directory")).resolve("Theirs.csv"), tracks(7));
        spotify.showAs("somebody", "Theirs", tracks(9));

        DetectionStatus exported = observer.settled(observer.detectPlaylist(SpotifyStandIn.playlistId("Theirs")));
        DetectionStatus named = observer.settled(observer.detectPlaylist("Theirs"));

        assertThat(named.state()).isEqualTo(State.COMPLETED);
        assertThat(named.detected()).isEqualTo(7);
        assertThat(exported.state()).isEqualTo(State.FAILED);
        assertThat(exported.reason().orElseThrow()).contains("not yours");
        assertThat(spotify.calls("GET /v1/playlists/{id}/items")).isZero();
        observer.settled(observer.detectSource("PLAYLISTS"));
        int before = spotify.calls();
        clock.advance(Duration.ofMinutes(2));
        observer.settled(observer.detectSource("PLAYLISTS"));
        assertThat(spotify.calls() - before).as("only the list").isOne();
    }

    @Test
    void playlistThatNobodyHasFailsWithAReason() {
        DetectionStatus run = observer.settled(observer.detectPlaylist("0000000000000000000zzz"));

        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.reason().orElseThrow()).contains("404");
        assertThat(spotify.calls()).isOne();
    }

    @Tag("faults")
    @Test
    void playlistIsReadInTheEndWhateverGoesWrongOnTheWay() throws IOException {
        observer.settled(observer.detectSource("PLAYLISTS")); // the first call of all logs in, which must not go wrong
        clock.advance(Duration.ofMinutes(2));
        int before = spotify.calls();
        spotify.show("Hard to read", tracks(TRACKS + 20, 52));
        List.of("timeout", "garbage", "200-with-error", "redirect", "5xx")
                .forEach(kind -> spotify.fault("{\"endpoint\": \"*\", \"kind\": \"" + kind + "\"}"));

        String run = observer.detectPlaylist(SpotifyStandIn.playlistId("Hard to read"));

        assertThat(observer.settled(run, clock).detected()).isEqualTo(TRACKS + 20);
        assertThat(spotify.calls() - before).isEqualTo(5 + 2);
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

    private List<Track> fetched(String run, int count) {
        return observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, count).stream()
                .map(answer -> answer.track().orElseThrow())
                .toList();
    }
}
