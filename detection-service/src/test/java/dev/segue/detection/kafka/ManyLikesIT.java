package dev.segue.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.detection.kafka.ManyLikesIT.Fan;
import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.DetectionStatus.State;
import dev.segue.library.fact.PlaylistObserved;
import dev.segue.library.fact.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The list of 50,000 liked songs is one record of more than a mebibyte.
@QuarkusTest
@TestProfile(Fan.class)
class ManyLikesIT {

    public static class Fan extends AsAPerson {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ManyLikes.class));
        }
    }

    /// An export with many older likes than the stand-in's person has now.
    public static class ManyLikes extends SpotifyAndBroker {

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = super.start();
            try {
                Path export = Path.of(settings.getOrDefault("segue.csv.directory", ""), "Liked_Songs.csv");
                var rows = new ArrayList<>(Files.readAllLines(export));
                String last = rows.getLast();
                for (int number = rows.size() - 1; number < MANY; number++) {
                    rows.add(last.replaceFirst("spotify:track:\\w{22}", "spotify:track:%022d".formatted(number)));
                }
                Files.write(export, rows);
                return settings;
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private static final int MANY = 50_000;

    private final StandInControl spotify = new StandInControl(Observer.setting("segue.spotify.accounts-url"));

    @Test
    void oneMoreLikeIsFoundForOneCallAndTheWholeListIsObserved() {
        TrackId liked = SpotifyAndBroker.track("Playlist_1", 1);
        spotify.change("{\"insert\": \"track\", \"id\": \"" + liked.key() + "\", \"at\": 0}");
        try (Observer observer = new Observer()) {
            String run = observer.detectSource("NEWEST_LIKES");

            DetectionStatus status = observer.settled(run);

            assertThat(status.state()).isEqualTo(State.COMPLETED);
            assertThat(status.detected()).isOne();
            assertThat(observer.said(PlaylistObserved.class, Topic.PLAYLIST_OBSERVED, run, 1)
                            .getFirst()
                            .tracks())
                    .hasSize(MANY + 1)
                    .startsWith(liked);
            assertThat(observer.settled(observer.detectSource("NEWEST_LIKES")).detected())
                    .as("it is known now")
                    .isZero();
            assertThat(spotify.calls()).isEqualTo(2);
        }
    }
}
