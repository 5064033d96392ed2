package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SpotifyAndBroker.LIKED;
import static dev.segue.detection.kafka.SpotifyAndBroker.TRACKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackFetched;
import dev.segue.testkit.spotify.SpotifyStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Nobody has ever exported anything: the API alone knows. What was seen once is known by its id, so each test asks for
/// playlists that no other one has seen.
@QuarkusTest
@TestProfile(NoBackupIT.WithoutExports.class)
class NoBackupIT extends AtSpotify {

    public static class WithoutExports extends AsAPerson {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(NoExports.class));
        }
    }

    /// There is not even a directory.
    public static class NoExports extends SpotifyAndBroker {

        @Override
        public Map<String, String> start() {
            var settings = new HashMap<>(super.start());
            settings.merge("segue.csv.directory", "/none", String::concat);
            return settings;
        }
    }

    @Test
    void playlistOfAHundredTracksCostsOneCallById() {
        spotify.show("By id", SpotifyAndBroker.behindTheExport("Playlist_1"));

        String run = observer.detectPlaylist(SpotifyStandIn.playlistId("By id"));

        assertThat(observer.settled(run).detected()).isEqualTo(TRACKS);
        assertThat(spotify.calls()).isOne();
        assertThat(observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, TRACKS))
                .as("none of them is to be asked for")
                .hasSize(TRACKS);
    }

    @Test
    void playlistOfAHundredTracksCostsTwoCallsByName() {
        spotify.show("By name", SpotifyAndBroker.behindTheExport("Playlist_3"));

        String run = observer.detectPlaylist("By name");

        assertThat(observer.settled(run).detected()).isEqualTo(TRACKS);
        assertThat(spotify.calls()).isEqualTo(2);
    }

    @Test
    void likedSongsAreReadFromTheApi() {
        assertThat(observer.settled(observer.detectSource("LIKED")).detected()).isEqualTo(LIKED);
        assertThat(spotify.calls()).isOne();
        assertThat(observer.settled(observer.detectSource("NEWEST_LIKES")).detected())
                .isEqualTo(LIKED);
        assertThat(spotify.calls()).isEqualTo(2);
    }

    @Test
    void allPlaylistsAreThoseThatSpotifyShows() {
        assertThat(observer.settled(observer.detectSource("PLAYLISTS")).detected())
                .isGreaterThanOrEqualTo(TRACKS);

        assertThat(spotify.calls()).as("the list, and each").isBetween(2, 1 + spotify.playlists());
    }
}
