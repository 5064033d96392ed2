package dev.segue.library.store;

import dev.segue.library.AudioFeatures;
import java.util.Optional;

/// Which bytes audio features are: a bit for each that is there, and those.
final class FeaturesForm {

    private static final int INTEGERS = 3;

    private FeaturesForm() {}

    static void write(AudioFeatures features, ByteWriter to) {
        to.number(bit(0, features.key())
                | bit(1, features.mode())
                | bit(2, features.timeSignature())
                | bit(INTEGERS, features.tempo())
                | bit(INTEGERS + 1, features.energy())
                | bit(INTEGERS + 2, features.danceability())
                | bit(INTEGERS + 3, features.valence())
                | bit(INTEGERS + 4, features.loudness())
                | bit(INTEGERS + 5, features.acousticness())
                | bit(INTEGERS + 6, features.instrumentalness())
                | bit(INTEGERS + 7, features.liveness())
                | bit(INTEGERS + 8, features.speechiness()));
        integer(features.key(), to);
        integer(features.mode(), to);
        integer(features.timeSignature(), to);
        decimal(features.tempo(), to);
        decimal(features.energy(), to);
        decimal(features.danceability(), to);
        decimal(features.valence(), to);
        decimal(features.loudness(), to);
        decimal(features.acousticness(), to);
        decimal(features.instrumentalness(), to);
        decimal(features.liveness(), to);
        decimal(features.speechiness(), to);
    }

    private static int bit(int at, Optional<?> value) {
        return value.isPresent() ? 1 << at : 0;
    }

    private static void integer(Optional<Integer> value, ByteWriter to) {
        if (value.isPresent()) {
            to.signed(value.get());
        }
    }

    private static void decimal(Optional<Double> value, ByteWriter to) {
        if (value.isPresent()) {
            DecimalForm.write(value.get(), to);
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
