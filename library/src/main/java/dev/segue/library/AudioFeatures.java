package dev.segue.library;

import java.util.Optional;
import java.util.function.Function;

/// How a track sounds, as Spotify analysed it. Units are Spotify's. Immutable.
///
/// A track that could not be analysed has no features at all rather than zeros: see [#analysed()].
///
/// @param tempo            beats a minute, above 0
/// @param key              pitch class 0 (C) to 11 (B); absent when unknown
/// @param mode             1 major, 0 minor
/// @param energy           0 to 1
/// @param danceability     0 to 1
/// @param valence          0 (sad) to 1 (cheerful)
/// @param loudness         dB, mostly −60 to 0
/// @param acousticness     0 to 1
/// @param instrumentalness 0 to 1
/// @param liveness         0 to 1
/// @param speechiness      0 to 1
/// @param timeSignature    beats a bar, 3 to 7
public record AudioFeatures(
        Optional<Double> tempo,
        Optional<Integer> key,
        Optional<Integer> mode,
        Optional<Double> energy,
        Optional<Double> danceability,
        Optional<Double> valence,
        Optional<Double> loudness,
        Optional<Double> acousticness,
        Optional<Double> instrumentalness,
        Optional<Double> liveness,
        Optional<Double> speechiness,
        Optional<Integer> timeSignature) {

    /// No music has more beats a minute; a number above it is somebody's mistake.
    public static final double FASTEST = 1_000;

    public AudioFeatures {
        tempo = tempo.filter(beats -> beats > 0 && beats <= FASTEST);
        key = key.filter(pitch -> pitch >= 0 && pitch <= 11);
        mode = mode.filter(value -> value == 0 || value == 1);
        timeSignature = timeSignature.filter(beats -> beats > 0);
    }

    /// Whether there is anything in here. `tempo` 0 together with `danceability` 0 or no time signature is how Spotify
    /// says that an analysis failed (source: real exports), so a reader of such a row asks this before it keeps it.
    public boolean analysed() {
        return tempo.isPresent() || danceability.filter(value -> value > 0).isPresent();
    }

    /// These features, and where one is absent, that of `other`.
    public AudioFeatures filledFrom(AudioFeatures other) {
        return new AudioFeatures(
                pick(other, AudioFeatures::tempo),
                pick(other, AudioFeatures::key),
                pick(other, AudioFeatures::mode),
                pick(other, AudioFeatures::energy),
                pick(other, AudioFeatures::danceability),
                pick(other, AudioFeatures::valence),
                pick(other, AudioFeatures::loudness),
                pick(other, AudioFeatures::acousticness),
                pick(other, AudioFeatures::instrumentalness),
                pick(other, AudioFeatures::liveness),
                pick(other, AudioFeatures::speechiness),
                pick(other, AudioFeatures::timeSignature));
    }

    private <T> Optional<T> pick(AudioFeatures other, Function<AudioFeatures, Optional<T>> feature) {
        return feature.apply(this).or(() -> feature.apply(other));
    }
}
