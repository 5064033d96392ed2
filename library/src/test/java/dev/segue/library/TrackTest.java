package dev.segue.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrackTest {

    private static final TrackId ID = TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC");

    @Test
    void presentFieldsAreKeptAndAbsentOnesFilled() {
        Track exported =
                track(Optional.of("Night Bus"), Optional.empty(), List.of("dream pop"), Optional.of(tempo(120)));
        Track fetched =
                track(Optional.of("Night Bus (Single)"), Optional.of("SEXYZ2100017"), List.of(), Optional.of(key(6)));

        Track merged = exported.filledFrom(fetched);

        assertThat(merged.title()).contains("Night Bus");
        assertThat(merged.isrc()).contains("SEXYZ2100017");
        assertThat(merged.genres()).containsExactly("dream pop");
        assertThat(merged.features().orElseThrow().tempo()).contains(120.0);
        assertThat(merged.features().orElseThrow().key()).contains(6);
    }

    @Test
    void featuresComeFromWhoeverHasThem() {
        Track without = track(Optional.of("a"), Optional.empty(), List.of(), Optional.empty());
        Track with = track(Optional.of("a"), Optional.empty(), List.of(), Optional.of(tempo(99)));

        assertThat(without.filledFrom(with).features()).contains(tempo(99));
        assertThat(with.filledFrom(without).features()).contains(tempo(99));
    }

    @Test
    void tempoZeroIsAbsent() {
        assertThat(tempo(0).tempo()).isEmpty();
        assertThat(tempo(0).analysed()).isFalse();
        assertThat(key(-1).key()).isEmpty();
    }

    @Test
    void hintIsEnoughForAPartialTrack() {
        var hint = new Hint(Optional.of("Night Bus"), List.of("Mara Lind"), Optional.empty());

        Track partial = hint.describe(ID);

        assertThat(partial.title()).contains("Night Bus");
        assertThat(partial.link()).contains("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC");
        assertThat(Hint.of(partial)).isEqualTo(new Hint(hint.title(), hint.artists(), partial.link()));
    }

    private static Track track(
            Optional<String> title, Optional<String> isrc, List<String> genres, Optional<AudioFeatures> features) {
        Track nothing = Track.unknown(ID);
        return new Track(
                ID,
                title,
                List.of(),
                nothing.album(),
                nothing.duration(),
                nothing.releaseDate(),
                isrc,
                nothing.explicit(),
                nothing.popularity(),
                nothing.label(),
                genres,
                nothing.link(),
                nothing.addedAt(),
                features);
    }

    private static AudioFeatures tempo(double beats) {
        return features(Optional.of(beats), Optional.empty());
    }

    private static AudioFeatures key(int pitch) {
        return features(Optional.empty(), Optional.of(pitch));
    }

    private static AudioFeatures features(Optional<Double> tempo, Optional<Integer> key) {
        Optional<Double> none = Optional.empty();
        return new AudioFeatures(
                tempo, key, Optional.empty(), none, none, none, none, none, none, none, none, Optional.empty());
    }
}
