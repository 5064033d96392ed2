package dev.segue.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.TrackId;
import dev.segue.library.fact.PlaylistObserved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObservationsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Observations observations = new Observations();

    @Test
    void everyStateIsRememberedAsItWas() {
        var random = new Random(7);
        var states = new ArrayList<List<TrackId>>();
        var tracks = new ArrayList<TrackId>();
        for (int day = 0; day < 100; day++) {
            change(tracks, random);
            states.add(List.copyOf(tracks));
            observations.learn(observed(day, tracks));
        }

        assertThat(observations.of("Mix")).extracting(Observation::tracks).containsExactlyElementsOf(states);
    }

    @Test
    void whatComesTwiceOrLateChangesNothing() {
        PlaylistObserved first = observed(1, List.of(id(1)));
        observations.learn(first);
        observations.learn(observed(2, List.of(id(1), id(1))));

        observations.learn(first);
        observations.learn(observed(2, List.of(id(1), id(1))));

        assertThat(observations.of("Mix")).extracting(Observation::snapshotId).containsExactly("s1", "s2");
        assertThat(observations.of("Mix").getLast().tracks()).containsExactly(id(1), id(1));
    }

    private static void change(List<TrackId> tracks, Random random) {
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(tracks.size() + 1);
            if (random.nextInt(3) > 0 || at == tracks.size()) {
                tracks.add(at, id(random.nextInt(9)));
            } else {
                tracks.remove(at);
            }
        }
    }

    private static PlaylistObserved observed(int day, List<TrackId> tracks) {
        return new PlaylistObserved("Mix", "id", "s" + day, tracks, START.plusSeconds(day));
    }

    private static TrackId id(int number) {
        return TrackId.spotify("aaaaaaaaaaaaaaaaaaaaa" + number);
    }
}
