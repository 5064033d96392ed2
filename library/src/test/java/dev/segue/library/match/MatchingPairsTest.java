package dev.segue.library.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Several hundred invented pairs, `spec/pairs.csv`, labelled by what a note, a spelling, an uploader or a length means
/// to people, before the rules were held against them. They are in the form that `./segue match` reads, too.
class MatchingPairsTest {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    static List<String> subjects() throws IOException {
        return rows().stream().map(row -> row.get("about")).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyPairIsJudgedAsItIsLabelled(String subject) throws IOException {
        List<CSVRecord> rows =
                rows().stream().filter(row -> row.get("about").equals(subject)).toList();

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            Verdict verdict = Matching.judge(side(row, "left"), side(row, "right"));
            assertThat(verdict.isSame())
                    .as("%s: %s", row, verdict.reason())
                    .isEqualTo(row.get("same").equals("1"));
            assertThat(Matching.judge(side(row, "right"), side(row, "left"))).isEqualTo(verdict);
        });
    }

    /// What is the same must be found among a million, not only when it is held against one.
    @ParameterizedTest
    @MethodSource("subjects")
    void whatIsTheSameIsFoundInAnIndex(String subject) throws IOException {
        List<CSVRecord> same = rows().stream()
                .filter(row ->
                        row.get("about").equals(subject) && row.get("same").equals("1"))
                .toList();

        assertThat(same).allSatisfy(row -> {
            MatchIndex index = MatchIndex.of(1, _ -> side(row, "right"));
            assertThat(index.find(side(row, "left"))).as("%s", row).isPresent();
        });
    }

    private static List<CSVRecord> rows() throws IOException {
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(MatchingPairsTest.class.getResourceAsStream("/spec/pairs.csv")),
                        StandardCharsets.UTF_8);
                Stream<CSVRecord> rows = FORMAT.parse(text).stream()) {
            return rows.toList();
        }
    }

    private static Recording side(CSVRecord row, String side) {
        return new Recording(
                Optional.empty(),
                given(row, side + "_title"),
                given(row, side + "_artist").stream().toList(),
                given(row, side + "_album"),
                given(row, side + "_duration").map(MatchingPairsTest::length),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> given(CSVRecord row, String column) {
        return Optional.of(row.get(column)).filter(text -> !text.isEmpty());
    }

    private static Duration length(String text) {
        int colon = text.indexOf(':');
        return Duration.ofMinutes(Long.parseLong(text.substring(0, colon)))
                .plusSeconds(Long.parseLong(text.substring(colon + 1)));
    }
}
