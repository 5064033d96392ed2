package dev.segue.library.csv;

import dev.segue.library.AudioFeatures;
import dev.segue.library.store.FeaturesForm.Feature;
import dev.segue.library.store.TrackDraft;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How a track sounds, as the cells of a row say it.
///
/// @param percent whether shares are whole percentages
/// @param any     whether the header has any of them
record FeatureCells(Header header, boolean percent, boolean any) {

    /// What is measured, and all zeros if the analysis failed; tempo and danceability excepted, which show it best.
    private static final List<Column> MEASURED = List.of(
            Column.ENERGY,
            Column.VALENCE,
            Column.LOUDNESS,
            Column.ACOUSTICNESS,
            Column.INSTRUMENTALNESS,
            Column.LIVENESS,
            Column.SPEECHINESS);

    /// What may well be zero.
    private static final List<Column> COUNTED = List.of(Column.KEY, Column.MODE, Column.TIME_SIGNATURE);

    /// Pitch classes from 0, as far as they are spelled with letters; others are one higher.
    private static final String PITCHES = "C D EF G A B";

    /// "Am", "F#m"
    private static final Pattern SHORT_MINOR = Pattern.compile("[A-G][#♯b♭]?m");

    private static final double HUNDRED = 100;

    FeatureCells(Header header, boolean percent) {
        this(
                header,
                percent,
                Stream.of(List.of(Column.TEMPO, Column.DANCEABILITY), MEASURED, COUNTED)
                        .flatMap(List::stream)
                        .anyMatch(header::has));
    }

    /// Gives `to` those that the row has, unless they are zeros because the analysis failed.
    void read(List<String> row, TrackDraft to) {
        if (!any) {
            return;
        }
        String tempo = cell(row, Column.TEMPO);
        String danceability = cell(row, Column.DANCEABILITY);
        double beats = beats(tempo);
        double dance = share(danceability);
        boolean silent = tempo.isEmpty() && danceability.isEmpty();
        if (beats > 0 || dance > 0 || (silent && saysMore(row))) {
            take(row, beats, dance, to);
        }
    }

    /// Whether the row has features, if it has neither tempo nor danceability.
    private boolean saysMore(List<String> row) {
        boolean zeros = false;
        for (Column column : MEASURED) {
            double value = Decimals.value(cell(row, column));
            if (value < 0 || value > 0) {
                return true;
            }
            zeros |= value == 0;
        }
        return !zeros && COUNTED.stream().anyMatch(column -> !cell(row, column).isEmpty());
    }

    private void take(List<String> row, double beats, double dance, TrackDraft to) {
        String key = cell(row, Column.KEY);
        int beatsOfBar = Decimals.upTo(11, cell(row, Column.TIME_SIGNATURE));
        int known = put(Feature.TEMPO, beats, to)
                + put(Feature.DANCEABILITY, dance, to)
                + put(Feature.KEY, known(Decimals.upTo(11, key), key, FeatureCells::pitch), to)
                + put(Feature.MODE, known(Decimals.upTo(1, cell(row, Column.MODE)), key, FeatureCells::mode), to)
                + put(Feature.ENERGY, share(cell(row, Column.ENERGY)), to)
                + put(Feature.VALENCE, share(cell(row, Column.VALENCE)), to)
                + put(Feature.LOUDNESS, Decimals.value(cell(row, Column.LOUDNESS)), to)
                + put(Feature.ACOUSTICNESS, share(cell(row, Column.ACOUSTICNESS)), to)
                + put(Feature.INSTRUMENTALNESS, share(cell(row, Column.INSTRUMENTALNESS)), to)
                + put(Feature.LIVENESS, share(cell(row, Column.LIVENESS)), to)
                + put(Feature.SPEECHINESS, share(cell(row, Column.SPEECHINESS)), to)
                + put(Feature.TIME_SIGNATURE, beatsOfBar == 0 ? Double.NaN : orUnknown(beatsOfBar), to);
        if (known > 0) {
            to.analysed();
        }
    }

    private static double beats(String tempo) {
        double beats = Decimals.value(tempo);
        return beats > 0 && beats <= AudioFeatures.FASTEST ? beats : Double.NaN;
    }

    /// @return how many values that is: one or none
    private static int put(Feature feature, double value, TrackDraft to) {
        if (Double.isNaN(value)) {
            return 0;
        }
        to.feature(feature, value);
        return 1;
    }

    private double share(String cell) {
        if (!percent) {
            return Decimals.share(cell);
        }
        double part = Decimals.value(cell) / HUNDRED;
        return part >= 0 && part <= 1 ? part : Double.NaN;
    }

    /// `number`, or else what `name` says.
    private static double known(int number, String name, ToIntFunction<String> meaning) {
        return orUnknown(number == Decimals.NONE ? meaning.applyAsInt(name) : number);
    }

    private static double orUnknown(int number) {
        return number == Decimals.NONE ? Double.NaN : number;
    }

    /// The key of `F#/G♭ Minor`.
    private static int pitch(String key) {
        if (key.isEmpty()) {
            return Decimals.NONE;
        }
        int letter = key.charAt(0) == ' ' ? -1 : PITCHES.indexOf(key.charAt(0));
        boolean sharp = key.length() > 1 && (key.charAt(1) == '#' || key.charAt(1) == '♯');
        boolean flat = key.length() > 1 && (key.charAt(1) == 'b' || key.charAt(1) == '♭');
        int pitch = (letter + (sharp ? 1 : 0) - (flat ? 1 : 0) + PITCHES.length()) % PITCHES.length();
        return letter < 0 ? Decimals.NONE : pitch;
    }

    private static int mode(String key) {
        if (key.length() < 2) {
            return Decimals.NONE;
        }
        String name = key.toLowerCase(Locale.ROOT);
        boolean minor = name.endsWith("minor")
                || name.endsWith("min")
                || SHORT_MINOR.matcher(key).matches();
        return name.endsWith("major") || name.endsWith("maj") ? 1 : minor ? 0 : Decimals.NONE;
    }

    private String cell(List<String> row, Column column) {
        return header.cell(row, column);
    }
}
