package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.SpotifyAndBroker.LIKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.TrackFetched;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What was liked since the export, for one call.
@QuarkusTest
@TestProfile(NewestLikesIT.WithAnExport.class)
class NewestLikesIT {

    public static class WithAnExport extends AsAPerson {}

    private final StandInControl spotify = new StandInControl(Observer.setting("segue.spotify.accounts-url"));

    @Test
    void whatWasLikedSinceTheExportIsDetectedForOneCallAndOnlyOnce() {
        TrackId first = SpotifyAndBroker.track("Playlist_1", 150);
        TrackId second = SpotifyAndBroker.track("Playlist_1", 1);
        try (Observer observer = new Observer()) {
            assertThat(newest(observer)).as("nothing new").isEmpty();
            assertThat(spotify.calls()).isOne();

            spotify.change("{\"insert\": \"track\", \"id\": \"" + second.key() + "\", \"at\": 0}");
            assertThat(newest(observer)).extracting(TrackDetected::id).containsExactly(second);
            assertThat(spotify.calls()).isEqualTo(2);

            assertThat(newest(observer)).as("it is known now").isEmpty();
            spotify.show("Rare", SpotifyAndBroker.export("Playlist_1", 150));
            spotify.change("{\"insert\": \"track\", \"id\": \"" + first.key() + "\", \"at\": 0}");
            String run = observer.detectSource("NEWEST_LIKES");
            assertThat(observer.settled(run).detected()).isOne();
            assertThat(observer.said(TrackFetched.class, Topic.TRACK_FETCHED, run, 1))
                    .as("what came along needs no call")
                    .extracting(TrackFetched::id)
                    .containsExactly(first);
            assertThat(observer.said(PlaylistObserved.class, Topic.PLAYLIST_OBSERVED, run, 1)
                            .getFirst()
                            .tracks())
                    .hasSize(LIKED + 2)
                    .startsWith(first, second);
            assertThat(spotify.calls()).isEqualTo(4);

            assertThat(observer.settled(observer.detectSource("LIKED")).detected())
                    .as("as the export has it, unasked")
                    .isEqualTo(LIKED);
            assertThat(spotify.calls()).isEqualTo(4);
        }
    }

    private static List<TrackDetected> newest(Observer observer) {
        String run = observer.detectSource("NEWEST_LIKES");
        int count = observer.settled(run).detected();
        List<TrackDetected> detected = observer.said(TrackDetected.class, Topic.TRACK_DETECTED, run, count);
        assertThat(detected)
                .hasSize(count)
                .allSatisfy(one -> assertThat(one.source()).isEqualTo(DetectionSource.LIKED));
        return detected;
    }
}
