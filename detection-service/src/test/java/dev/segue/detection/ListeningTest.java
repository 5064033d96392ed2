package dev.segue.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListeningTest {

    private static final Duration SONG = Duration.ofMinutes(3);

    private final Listening listening = new Listening();

    @Test
    void songIsLookedAtWhenItCountsAndWhenItHasEnded() {
        Listening.Next first = saw(1, SONG, Duration.ofSeconds(10));
        Listening.Next second = saw(1, SONG, Duration.ofSeconds(92));

        assertThat(first.listened()).isEmpty();
        assertThat(first.rest()).isEqualTo(Duration.ofSeconds(82));
        assertThat(second.listened()).map(Track::id).contains(id(1));
        assertThat(second.rest()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void songThatIsLeftBeforeItsHalfDoesNotCount() {
        saw(1, SONG, Duration.ofSeconds(10));

        assertThat(saw(2, SONG, Duration.ofSeconds(70)).listened()).isEmpty();
        assertThat(listening.saw(new Playing.Nothing()).listened()).isEmpty();
    }

    @Test
    void fourMinutesOfALongSongAreEnough() {
        assertThat(saw(1, Duration.ofMinutes(20), Duration.ofMinutes(4)).listened())
                .isPresent();
    }

    @Test
    void playingCountsOnceAndARepetitionAgain() {
        assertThat(saw(1, SONG, Duration.ofSeconds(100)).listened()).isPresent();
        assertThat(saw(1, SONG, Duration.ofSeconds(170)).listened()).isEmpty();
        assertThat(saw(1, SONG, Duration.ofSeconds(5)).listened()).isEmpty();
        assertThat(saw(1, SONG, Duration.ofSeconds(95)).listened()).isPresent();
    }

    @Test
    void silenceIsLookedAtEverMoreRarely() {
        assertThat(List.of(idle(), idle(), idle(), idle(), idle())).containsExactly(1L, 2L, 4L, 5L, 5L);

        saw(1, SONG, Duration.ofSeconds(10));
        assertThat(idle()).isOne();
    }

    @Test
    void pausedOrShortOrWithoutALengthItDoesNotCount() {
        assertThat(listening
                        .saw(new Playing.Song(track(1, Optional.of(SONG)), Duration.ofMinutes(2), false))
                        .listened())
                .isEmpty();
        assertThat(saw(1, Duration.ofSeconds(29), Duration.ofSeconds(28)).listened())
                .isEmpty();
        assertThat(listening
                        .saw(new Playing.Song(track(1, Optional.empty()), SONG, true))
                        .listened())
                .isEmpty();
    }

    @Test
    void placeBehindTheEndIsNoReasonToHurry() {
        assertThat(saw(1, SONG, SONG.multipliedBy(2)).rest()).isEqualTo(Duration.ofSeconds(5));
    }

    private long idle() {
        return listening.saw(new Playing.Nothing()).rest().toMinutes();
    }

    private Listening.Next saw(int number, Duration length, Duration progress) {
        return listening.saw(new Playing.Song(track(number, Optional.of(length)), progress, true));
    }

    private static TrackId id(int number) {
        return TrackId.spotify("%022d".formatted(number));
    }

    private static Track track(int number, Optional<Duration> length) {
        Track bare = Hint.of(id(number)).describe(id(number));
        return new Track(
                bare.id(),
                bare.title(),
                bare.artists(),
                bare.album(),
                length,
                bare.releaseDate(),
                bare.isrc(),
                bare.explicit(),
                bare.popularity(),
                bare.label(),
                bare.genres(),
                bare.link(),
                bare.addedAt(),
                bare.features());
    }
}
