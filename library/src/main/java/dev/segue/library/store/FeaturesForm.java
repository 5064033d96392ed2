package dev.segue.library.store;

import dev.segue.library.AudioFeatures;
import java.util.Optional;

/// Which bytes audio features are: a bit for each that is there, and those. One takes features on their way to be
/// bytes,
/// again and again; not thread-safe.
public final class FeaturesForm {

    /// Names of features, the whole numbers first.
    public enum Feature {
        KEY(0),
        MODE(1),
        TIME_SIGNATURE(2),
        TEMPO(INTEGERS),
        ENERGY(INTEGERS + 1),
        DANCEABILITY(INTEGERS + 2),
        VALENCE(INTEGERS + 3),
        LOUDNESS(INTEGERS + 4),
        ACOUSTICNESS(INTEGERS + 5),
        INSTRUMENTALNESS(INTEGERS + 6),
        LIVENESS(INTEGERS + 7),
        SPEECHINESS(INTEGERS + 8);

        private final int place;

        Feature(int place) {
            this.place = place;
        }
    }

    private static final int INTEGERS = 3;
    private static final int ALL = 12;

    private int there;
    private final double[] values = new double[ALL];

    FeaturesForm() {}

    void clear() {
        there = 0;
    }

    void put(Feature feature, double value) {
        there |= 1 << feature.place;
        values[feature.place] = value;
    }

    /// Those of `features` instead of those here.
    void of(AudioFeatures features) {
        clear();
        features.key().ifPresent(value -> put(Feature.KEY, value));
        features.mode().ifPresent(value -> put(Feature.MODE, value));
        features.timeSignature().ifPresent(value -> put(Feature.TIME_SIGNATURE, value));
        features.tempo().ifPresent(value -> put(Feature.TEMPO, value));
        features.energy().ifPresent(value -> put(Feature.ENERGY, value));
        features.danceability().ifPresent(value -> put(Feature.DANCEABILITY, value));
        features.valence().ifPresent(value -> put(Feature.VALENCE, value));
        features.loudness().ifPresent(value -> put(Feature.LOUDNESS, value));
        features.acousticness().ifPresent(value -> put(Feature.ACOUSTICNESS, value));
        features.instrumentalness().ifPresent(value -> put(Feature.INSTRUMENTALNESS, value));
        features.liveness().ifPresent(value -> put(Feature.LIVENESS, value));
        features.speechiness().ifPresent(value -> put(Feature.SPEECHINESS, value));
    }

    void write(ByteWriter to) {
        to.number(there);
        for (int place = 0; place < ALL; place++) {
            if ((there & (1 << place)) == 0) {
                continue;
            }
            if (place < INTEGERS) {
                to.signed((long) values[place]);
            } else {
                DecimalForm.write(values[place], to);
            }
        }
    }

    static AudioFeatures read(ByteReader from) {
        int there = from.small();
        Optional<Integer> key = integer(there, 0, from);
        Optional<Integer> mode = integer(there, 1, from);
        Optional<Integer> timeSignature = integer(there, 2, from);
        return new AudioFeatures(
                decimal(there, INTEGERS, from),
                key,
                mode,
                decimal(there, INTEGERS + 1, from),
                decimal(there, INTEGERS + 2, from),
                decimal(there, INTEGERS + 3, from),
                decimal(there, INTEGERS + 4, from),
                decimal(there, INTEGERS + 5, from),
                decimal(there, INTEGERS + 6, from),
                decimal(there, INTEGERS + 7, from),
                decimal(there, INTEGERS + 8, from),
                timeSignature);
    }

    private static Optional<Integer> integer(int there, int at, ByteReader from) {
        return (there & (1 << at)) != 0 ? Optional.of((int) from.signed()) : Optional.empty();
    }

    private static Optional<Double> decimal(int there, int at, ByteReader from) {
        return (there & (1 << at)) != 0 ? Optional.of(DecimalForm.read(from)) : Optional.empty();
    }
}
