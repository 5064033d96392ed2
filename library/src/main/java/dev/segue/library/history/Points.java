package dev.segue.library.history;

import dev.segue.library.AudioFeatures;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a [Trends.Point] of tracks.
final class Points {

    private static final int GENRES = 10;
    private static final int DIGITS = 3;

    private Points() {}

    static Trends.Point of(Instant takenAt, Optional<String> source, Collection<Track> tracks) {
        return new Trends.Point(
                takenAt,
                source,
                tracks.size(),
                summary(tracks, AudioFeatures::tempo),
                summary(tracks, AudioFeatures::energy),
                most(tracks.stream().flatMap(track -> track.genres().stream().distinct()), GENRES),
                decades(tracks));
    }

    /// The names that occur most often.
    static List<Trends.Count> most(Stream<String> names, int limit) {
        Map<String, Integer> counts =
                names.collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(_ -> 1)));
        return counts.entrySet().stream()
                .map(count -> new Trends.Count(count.getKey(), count.getValue()))
                .sorted(Comparator.comparingInt(Trends.Count::tracks).reversed().thenComparing(Trends.Count::name))
                .limit(limit)
                .toList();
    }

    private static Optional<Trends.Summary> summary(
            Collection<Track> tracks, Function<AudioFeatures, Optional<Double>> feature) {
        double[] known = tracks.stream()
                .flatMap(track -> track.features().flatMap(feature).stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (known.length == 0) {
            return Optional.empty();
        }
        double mean = java.util.Arrays.stream(known).average().orElse(0);
        double median = (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
        return Optional.of(new Trends.Summary(rounded(mean), rounded(median), known.length));
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).doubleValue();
    }

    private static List<Trends.Decade> decades(Collection<Track> tracks) {
        Map<Integer, Integer> decades = tracks.stream()
                .flatMap(track -> track.releaseDate().stream())
                .collect(Collectors.groupingBy(Points::decade, TreeMap::new, Collectors.summingInt(_ -> 1)));
        return decades.entrySet().stream()
                .map(decade -> new Trends.Decade(decade.getKey(), decade.getValue()))
                .toList();
    }

    private static int decade(ReleaseDate date) {
        return date.year() / 10 * 10;
    }
}
