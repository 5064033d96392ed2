package dev.segue.library.history;

import dev.segue.library.AudioFeatures;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares two descriptions of one track. What exporters do to a value is no difference, nor is a value that one side
/// lacks; popularity is no field at all here, since it changes by the week.
final class Fields {

    private static final double HUNDREDTH = 0.010_001;
    private static final double WHOLE = 1;

    private static final List<Field<?>> ALL = List.of(
            new Field<>("title", Track::title, Wording::same),
            new Field<>("artists", track -> filled(track.artists()), Wording::sameNames),
            new Field<>("album", Track::album, Wording::same),
            new Field<>("duration", Track::duration, Fields::sameLength),
            new Field<>("releaseDate", Track::releaseDate, Fields::sameDate),
            new Field<>("isrc", Track::isrc, String::equalsIgnoreCase),
            new Field<>("explicit", Track::explicit, Boolean::equals),
            new Field<>("label", Track::label, Wording::same),
            new Field<>(
                    "genres",
                    track -> filled(track.genres()),
                    (one, other) -> Set.copyOf(one).equals(Set.copyOf(other))),
            new Field<>("addedAt", Track::addedAt, Fields::sameMoment),
            feature("tempo", AudioFeatures::tempo, WHOLE),
            new Field<>("key", track -> track.features().flatMap(AudioFeatures::key), Integer::equals),
            new Field<>("mode", track -> track.features().flatMap(AudioFeatures::mode), Integer::equals),
            feature("energy", AudioFeatures::energy, HUNDREDTH),
            feature("danceability", AudioFeatures::danceability, HUNDREDTH),
            feature("valence", AudioFeatures::valence, HUNDREDTH),
            feature("loudness", AudioFeatures::loudness, WHOLE),
            feature("acousticness", AudioFeatures::acousticness, HUNDREDTH),
            feature("instrumentalness", AudioFeatures::instrumentalness, HUNDREDTH),
            feature("liveness", AudioFeatures::liveness, HUNDREDTH),
            feature("speechiness", AudioFeatures::speechiness, HUNDREDTH),
            new Field<>(
                    "timeSignature", track -> track.features().flatMap(AudioFeatures::timeSignature), Integer::equals));

    private record Field<T>(String name, Function<Track, Optional<T>> value, BiPredicate<T, T> same) {

        Stream<Changes.Difference> between(Track from, Track to) {
            return value.apply(from).stream()
                    .flatMap(before -> value.apply(to).stream()
                            .filter(after -> !same.test(before, after))
                            .map(after -> new Changes.Difference(name, text(before), text(after))));
        }

        private static String text(Object value) {
            return value instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
                    : value.toString();
        }
    }

    private Fields() {}

    /// The fields in which `from` and `to` differ.
    static List<Changes.Difference> differences(Track from, Track to) {
        if (from.equals(to)) {
            return List.of();
        }
        return ALL.stream().flatMap(field -> field.between(from, to)).toList();
    }

    private static Field<Double> feature(
            String name, Function<AudioFeatures, Optional<Double>> feature, double tolerance) {
        return new Field<>(
                name, track -> track.features().flatMap(feature), (one, other) -> Math.abs(one - other) <= tolerance);
    }

    private static Optional<List<String>> filled(List<String> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /// Some exporters give whole seconds.
    private static boolean sameLength(Duration one, Duration other) {
        boolean rounded = one.toMillisPart() == 0 || other.toMillisPart() == 0;
        return rounded ? one.minus(other).abs().compareTo(Duration.ofSeconds(1)) < 0 : one.equals(other);
    }

    /// As far as both are known.
    private static boolean sameDate(ReleaseDate one, ReleaseDate other) {
        return one.text().startsWith(other.text()) || other.text().startsWith(one.text());
    }

    /// Some exporters give the day only.
    private static boolean sameMoment(Instant one, Instant other) {
        return one.equals(other) || (sameDay(one, other) && (isMidnight(one) || isMidnight(other)));
    }

    private static boolean sameDay(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.DAYS).equals(other.truncatedTo(ChronoUnit.DAYS));
    }

    private static boolean isMidnight(Instant moment) {
        return moment.truncatedTo(ChronoUnit.DAYS).equals(moment);
    }
}
