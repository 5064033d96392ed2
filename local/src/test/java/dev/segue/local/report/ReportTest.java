package dev.segue.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.csv.BadRow;
import dev.segue.library.csv.CsvFile;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.library.fact.Wire;
import dev.segue.local.run.ApiCalls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final BadRow BAD = new BadRow(57, "no track in it");

    @Test
    void theJsonHasEveryKeyThatWasPromisedAndNoOther() throws Exception {
        JsonNode json = Wire.json().readTree(ReportJson.of(report(file(1))));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "files",
                        "rows",
                        "badRows",
                        "detected",
                        "hits",
                        "stale",
                        "misses",
                        "hitRate",
                        "apiCalls",
                        "apiCallsOldWay",
                        "apiCallsAvoided",
                        "apiCallsBy",
                        "duplicates",
                        "created",
                        "updated",
                        "unchanged",
                        "processed",
                        "rejected",
                        "seconds");
        assertThat(json.path("files").asInt()).isEqualTo(1);
        assertThat(json.path("rejected").isObject()).isTrue();
        assertThat(json.path("hitRate").asDouble()).isEqualTo(0.9);
        assertThat(json.path("apiCalls").asInt()).isEqualTo(2);
        assertThat(json.path("apiCallsAvoided").asInt()).isEqualTo(20);
        assertThat(json.path("apiCallsBy").toString())
                .isEqualTo("[{\"api\":\"SPOTIFY\",\"endpoint\":\"GET /v1/me/player/currently-playing\","
                        + "\"outcome\":\"RATE_LIMITED\",\"calls\":2}]");
        assertThat(json.path("seconds").asDouble()).isEqualTo(100.0);
    }

    @Test
    void theJsonIsOneLine() {
        assertThat(ReportJson.of(report(file(0))))
                .doesNotContain("\n")
                .startsWith("{")
                .endsWith("}");
    }

    @Test
    void theTextFitsATerminalOfEightyColumns() {
        String text = new ReportText(false).of(report(file(3)), Map.of("logs", "/somewhere"));

        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
        assertThat(text).contains("Liked_Songs.csv, line 57: no track in it").contains("90.0 % answered by the CSV");
    }

    @Test
    void ofManyBadRowsTheFirstTenAreShown() {
        String text = new ReportText(false).of(report(file(12)), Map.of());

        assertThat(text.lines().filter(line -> line.contains("line 57"))).hasSize(10);
        assertThat(text).contains("and 2 more");
    }

    @Test
    void tracksWithoutAnEndAreCountedIfThereAreAny() throws Exception {
        RunReport stalled = report(file(0), 3);

        assertThat(new ReportText(false).of(stalled, Map.of())).containsPattern("unfinished +3");
        assertThat(Wire.json()
                        .readTree(ReportJson.of(stalled))
                        .path("unfinished")
                        .asInt())
                .isEqualTo(3);
        assertThat(new ReportText(false).of(report(file(0)), Map.of())).doesNotContain("unfinished");
    }

    @Test
    void textFromFilesDoesNotSteerTheTerminal() {
        CsvFile file = file("a\u001b[2J.csv", List.of(new BadRow(2, "no date: \u009b31m\r\nx")));

        String text = new ReportText(false).of(report(file), Map.of());

        assertThat(text).contains("a�[2J.csv, line 2: no date: �31m��x").doesNotContain("\u001b", "\u009b", "\r");
    }

    @Test
    void coloursAreUsedOnlyWhenAskedFor() {
        assertThat(new ReportText(false).of(report(file(1)), Map.of())).doesNotContain("\u001b");
        assertThat(new ReportText(true).of(report(file(1)), Map.of())).contains("\u001b");
    }

    @Test
    void wideLettersAndEmojiTakeTwoColumns() {
        List<String> lines = new Table().row("夜🍸", "x").row("e\u0301abc", "x").lines(9, 9);

        assertThat(lines).containsExactly("夜🍸  x", "e\u0301abc  x");
    }

    @Test
    void numbersStandUnderEachOther() {
        List<String> lines = new Table().row("a", 1).row("bcd", 1_000).lines(1, 2);

        assertThat(lines).containsExactly("a        1", "bcd  1,000");
    }

    private static RunReport report(CsvFile file) {
        return report(file, 0);
    }

    private static RunReport report(CsvFile file, int unfinished) {
        return new RunReport(
                Optional.of(new BackupSummary(List.of(file), 1, 10)),
                10,
                8,
                1,
                1,
                List.of(new ApiCalls.Line(Api.SPOTIFY, "GET /v1/me/player/currently-playing", "RATE_LIMITED", 2)),
                22,
                0,
                10,
                0,
                0,
                Map.of("NO_AUDIO", 10),
                Map.of(),
                unfinished,
                Duration.ofSeconds(9),
                Duration.ofSeconds(100));
    }

    private static CsvFile file(int bad) {
        return file(
                "Liked_Songs.csv", IntStream.range(0, bad).mapToObj(_ -> BAD).toList());
    }

    private static CsvFile file(String name, List<BadRow> rows) {
        return new CsvFile(
                name,
                "P25",
                "UTF-8",
                ";",
                Optional.empty(),
                10 + rows.size(),
                10,
                Map.of(),
                rows,
                Optional.empty(),
                false,
                List.of());
    }
}
