package dev.segue.library.csv;

import dev.segue.library.AudioFeatures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a track sounds, as the cells of a row say it.
///
/// @param percent whether shares are whole percentages
record FeatureCells(Header header, boolean percent) {

    /// Pitch classes from 0, as far as they are spelled with letters; others are one higher.
    private static final String PITCHES = "C D EF G A B";

    /// "Am", "F#m"
    private static final Pattern SHORT_MINOR = Pattern.compile("[A-G][#♯b♭]?m");

    private static final double HUNDRED = 100;

    /// Empty if the row has none, or zeros because the analysis failed.
    Optional<AudioFeatures> read(List<String> row) {
        String tempo = cell(row, Column.TEMPO);
        String danceability = cell(row, Column.DANCEABILITY);
        if (tempo.isEmpty() && danceability.isEmpty()) {
            return Optional.empty();
        }
        String key = cell(row, Column.KEY);
        AudioFeatures features = new AudioFeatures(
                Decimals.decimal(tempo),
                Decimals.upTo(11, key).or(() -> pitch(key)),
                Decimals.upTo(1, cell(row, Column.MODE)).or(() -> mode(key)),
                share(row, Column.ENERGY),
                share(row, Column.DANCEABILITY),
                share(row, Column.VALENCE),
                Decimals.decimal(cell(row, Column.LOUDNESS)),
                share(row, Column.ACOUSTICNESS),
                share(row, Column.INSTRUMENTALNESS),
                share(row, Column.LIVENESS),
                share(row, Column.SPEECHINESS),
                Decimals.upTo(11, cell(row, Column.TIME_SIGNATURE)));
        return Optional.of(features).filter(AudioFeatures::analysed);
    }

    private Optional<Double> share(List<String> row, Column column) {
        String cell = cell(row, column);
        return percent
                ? Decimals.decimal(cell).map(part -> part / HUNDRED).filter(part -> part >= 0 && part <= 1)
                : Decimals.share(cell);
    }

    /// The key of `F#/G♭ Minor`.
    private static Optional<Integer> pitch(String key) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        int letter = key.charAt(0) == ' ' ? -1 : PITCHES.indexOf(key.charAt(0));
        boolean sharp = key.length() > 1 && (key.charAt(1) == '#' || key.charAt(1) == '♯');
        boolean flat = key.length() > 1 && (key.charAt(1) == 'b' || key.charAt(1) == '♭');
        int pitch = (letter + (sharp ? 1 : 0) - (flat ? 1 : 0) + PITCHES.length()) % PITCHES.length();
        return letter < 0 ? Optional.empty() : Optional.of(pitch);
    }

    private static Optional<Integer> mode(String key) {
        if (key.length() < 2) {
            return Optional.empty();
        }
        String name = key.toLowerCase(Locale.ROOT);
        boolean minor = name.endsWith("minor")
                || name.endsWith("min")
                || SHORT_MINOR.matcher(key).matches();
        return name.endsWith("major") || name.endsWith("maj")
                ? Optional.of(1)
                : minor ? Optional.of(0) : Optional.empty();
    }

    private String cell(List<String> row, Column column) {
        return header.cell(row, column);
    }
}
