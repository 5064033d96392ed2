package dev.segue.local.remediate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.fact.Wire;
import org.junit.jupiter.api.Test;

class FindingsTextTest {

    private static final String REPORT = """
            {"id": "20261122-120000-abcd", "state": "DONE", "fix": FIX, "catalogue": "jdbc:sqlite:library.db",
             "pages": 1200, "tracks": 1201,
             "counts": {"different": 1, "noPage": 1, "noId": 0, "unknownId": 4, "sameId": 0, "fixed": FIXED, "notFixed": 0},
             "findings": [
               {"kind": "DIFFERENT", "title": "Song\\u001b[31m red", "field": "tempo", "catalogue": "99.5",
                "known": "120.0", "page": "spotify:1"},
               {"kind": "NO_PAGE", "title": "Another"}]}""";

    private static JsonNode report(boolean fix, int fixed) throws JsonProcessingException {
        return Wire.json().readTree(REPORT.replace("FIXED", "" + fixed).replace("FIX", "" + fix));
    }

    private static String text(JsonNode report, int most) {
        return new FindingsText(report, most, "http://here/").text();
    }

    @Test
    void countsAndDifferencesAreShownAndNothingSteersTheTerminal() throws Exception {
        assertThat(text(report(false, 0), 50))
                .contains("1,200 pages in jdbc:sqlite:library.db, 1,201 tracks known")
                .containsPattern("differences +1")
                .containsPattern("different +Song \\[31m red +tempo +99.5 +120.0")
                .contains("http://here/20261122-120000-abcd.html")
                .doesNotContain("\u001b")
                .doesNotContain("fixed");
    }

    @Test
    void theIdOfAPageIsShownAsAWhole() throws Exception {
        JsonNode twin = Wire.json().readTree("""
                {"findings": [{"kind": "SAME_ID", "title": "%s", "page": "16f86f72-7fc3-4945-b4da-afe558a840a3"}]}
                """.formatted("long ".repeat(20)));

        assertThat(text(twin, 50)).contains("16f86f72-7fc3-4945-b4da-afe558a840a3", "…");
    }

    @Test
    void aTrackWithoutAPageIsNamed() throws Exception {
        JsonNode lacking = Wire.json().readTree("""
                {"findings": [{"kind": "NO_PAGE", "title": "Song", "track": "spotify:4uLU6hMCjMI75M1A2tKUQC"}]}
                """);

        assertThat(text(lacking, 50)).contains("spotify:4uLU6hMCjMI75M1A2tKUQC");
    }

    @Test
    void moreThanAScreenfulIsCutWithAWord() throws Exception {
        assertThat(text(report(true, 2), 1)).contains("and 1 more").containsPattern("fixed +2");
    }

    @Test
    void whatIsLeftDoesNotCountWhatNobodyCanPutRight() throws Exception {
        assertThat(FindingsText.left(report(false, 0))).isEqualTo(2);
        assertThat(FindingsText.left(report(true, 2))).isZero();
    }
}
