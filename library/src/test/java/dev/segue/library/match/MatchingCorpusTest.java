package dev.segue.library.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How good the rules are on real data, if there is some: `-Dsegue.corpus=DIRECTORY` with `matching` and `csv` in it.
@EnabledIfSystemProperty(named = "segue.corpus", matches = "[^$].*")
class MatchingCorpusTest {

    private static final List<String> WITH_ISRC =
            List.of("exportify-watsonbox-2022", "exportify-watsonbox-de", "exportify-watsonbox-it");

    @ParameterizedTest
    @ValueSource(strings = {"itunes-amazon-structured-train.csv", "itunes-amazon-structured-valid.csv"})
    void nothingIsWronglyTheSameAndFewAreMissed(String file) throws IOException {
        Map<Boolean, Map<Boolean, Long>> counts = counts(file);

        assertThat(counts.getOrDefault(true, Map.of()).getOrDefault(false, 0L)).isZero();
        assertThat(f1(counts)).isGreaterThanOrEqualTo(0.94);
    }

    /// Values stand in the wrong columns there; such rows are rather missed than confused.
    @ParameterizedTest
    @ValueSource(strings = {"itunes-amazon-dirty-train.csv", "itunes-amazon-dirty-valid.csv"})
    void valuesInTheWrongColumnsMakeNothingTheSame(String file) throws IOException {
        Map<Boolean, Map<Boolean, Long>> counts = counts(file);

        System.out.println(file + " (said the same -> is the same -> rows): " + counts);
        assertThat(counts.getOrDefault(true, Map.of()).getOrDefault(false, 0L)).isZero();
    }

    @Test
    void tracksWithTheSameIsrcAreFoundByNameAlone() {
        Map<String, List<Track>> byIsrc = tracks().stream()
                .filter(track -> track.isrc().isPresent())
                .collect(Collectors.groupingBy(track -> track.isrc().orElseThrow()));
        var rules = new TreeMap<Rule, Integer>();
        int pairs = 0;
        int found = 0;
        for (List<Track> same : byIsrc.values()) {
            for (int one = 0; one < same.size(); one++) {
                for (int other = one + 1; other < same.size(); other++) {
                    Verdict verdict = byName(same.get(one), same.get(other));
                    rules.merge(verdict.rule(), 1, Integer::sum);
                    pairs++;
                    found += verdict.isSame() ? 1 : 0;
                }
            }
        }

        System.out.printf("same ISRC: %d of %d pairs found by name, %s%n", found, pairs, rules);
        assertThat(pairs).isPositive();
        assertThat((double) found / pairs).isGreaterThanOrEqualTo(0.95);
    }

    /// For a person to judge: prints them.
    @Test
    void noTwoOfAnotherVersionAreTheSameByName() {
        List<Track> tracks = tracks();
        MatchIndex index = MatchIndex.of(
                tracks.size(), place -> Recording.of(tracks.get(place)).anonymous());

        index.firsts().forEach((second, first) -> {
            Track one = tracks.get(first);
            Track other = tracks.get(second);
            if (one.isrc().isPresent()
                    && other.isrc().isPresent()
                    && !one.isrc().equals(other.isrc())) {
                System.out.printf(
                        "other ISRC, %s: %s, %s, %s | %s, %s, %s%n",
                        byName(one, other).rule(),
                        one.title().orElse(""),
                        one.album().orElse(""),
                        one.duration().orElse(Duration.ZERO),
                        other.title().orElse(""),
                        other.album().orElse(""),
                        other.duration().orElse(Duration.ZERO));
            }
            assertThat(byName(one, other).isSame()).isTrue();
        });
    }

    private static Verdict byName(Track one, Track other) {
        return Matching.judge(Recording.of(one).anonymous(), Recording.of(other).anonymous());
    }

    private static List<Track> tracks() {
        var tracks = new LinkedHashMap<TrackId, Track>();
        for (String directory : WITH_ISRC) {
            Backup.at(corpus().resolve("csv").resolve(directory))
                    .read()
                    .entries()
                    .forEach(entry -> tracks.putIfAbsent(entry.track().id(), entry.track()));
        }
        return List.copyOf(tracks.values());
    }

    /// Said to be the same, then whether it is.
    private static Map<Boolean, Map<Boolean, Long>> counts(String file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = Files.newBufferedReader(corpus().resolve("matching").resolve(file));
                Stream<CSVRecord> rows = format.parse(text).stream()) {
            return rows.collect(Collectors.groupingBy(
                    row -> Matching.judge(side(row, "left"), side(row, "right")).isSame(),
                    Collectors.groupingBy(row -> row.get("same").equals("1"), Collectors.counting())));
        }
    }

    private static double f1(Map<Boolean, Map<Boolean, Long>> counts) {
        long right = counts.getOrDefault(true, Map.of()).getOrDefault(true, 0L);
        long wrong = counts.getOrDefault(true, Map.of()).getOrDefault(false, 0L);
        long missed = counts.getOrDefault(false, Map.of()).getOrDefault(true, 0L);
        return 2.0 * right / (2 * right + wrong + missed);
    }

    private static Recording side(CSVRecord row, String side) {
        return new Recording(
                Optional.empty(),
                given(row, side + "_title"),
                given(row, side + "_artist").stream().toList(),
                given(row, side + "_album"),
                given(row, side + "_duration")
                        .filter(text -> text.matches("\\d+:\\d\\d"))
                        .map(MatchingCorpusTest::length),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> given(CSVRecord row, String column) {
        return Optional.of(row.get(column)).filter(text -> !text.isBlank());
    }

    private static Duration length(String text) {
        int colon = text.indexOf(':');
        return Duration.ofMinutes(Long.parseLong(text.substring(0, colon)))
                .plusSeconds(Long.parseLong(text.substring(colon + 1)));
    }

    private static Path corpus() {
        return Path.of(System.getProperty("segue.corpus", ""));
    }
}
