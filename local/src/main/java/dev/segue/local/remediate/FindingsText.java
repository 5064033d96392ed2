package dev.segue.local.remediate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.local.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A report of a remediation for people, as a table.
///
/// @param report as sync-service tells it
/// @param most   findings that are shown
/// @param place  where all of them can be had, to be followed by the id
public record FindingsText(JsonNode report, int most, String place) {

    private static final int LONGEST = 32;

    /// The id of a page is of use only as a whole.
    private static final int LONGEST_PAGE = 64;

    private static final List<String> KINDS = List.of("different", "noPage", "noId", "unknownId", "sameId");
    private static final List<String> WORDS = List.of(
            "differences",
            "tracks without a page",
            "pages that name no track",
            "pages of unknown tracks",
            "twins of older pages");

    /// How many findings are not put right.
    public static int left(JsonNode report) {
        int all = KINDS.stream()
                .filter(kind -> !kind.equals("unknownId")) // nothing can be done about these
                .mapToInt(kind -> count(report, kind))
                .sum();
        return all - count(report, "fixed");
    }

    /// How far it is, in one line.
    public static String progress(JsonNode report) {
        return report.path("state").asText().equals("FIXING")
                ? "fixed %,d of %,d"
                        .formatted(count(report, "fixed"), count(report, "different") + count(report, "noPage"))
                : "compared %,d pages · %,d tracks are known"
                        .formatted(
                                report.path("pages").asInt(),
                                report.path("tracks").asInt());
    }

    private static int count(JsonNode report, String what) {
        return report.path("counts").path(what).asInt();
    }

    /// The whole text.
    public String text() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("%,d pages in %s, %,d tracks known"
                .formatted(
                        report.path("pages").asInt(),
                        report.path("catalogue").asText(),
                        report.path("tracks").asInt()));
        lines.add("");
        var counts = new Table();
        for (int kind = 0; kind < KINDS.size(); kind++) {
            counts.row(WORDS.get(kind), count(report, KINDS.get(kind)));
        }
        if (report.path("fix").asBoolean()) {
            counts.row("fixed", count(report, "fixed")).row("not fixed", count(report, "notFixed"));
        }
        counts.lines(1, 2).forEach(line -> lines.add("  " + line));
        lines.addAll(findings());
        lines.add("");
        lines.add("  all of it: " + place + report.path("id").asText() + ".html (.csv)");
        return String.join("\n", lines) + "\n";
    }

    private List<String> findings() {
        var lines = new ArrayList<String>();
        if (report.path("findings").isEmpty()) {
            return lines;
        }
        var table = new Table().row("what", "title", "field", "catalogue", "known", "");
        report.path("findings").valueStream().limit(most).forEach(finding -> row(table, finding));
        lines.add("");
        table.lines(6, 6).forEach(line -> lines.add("  " + line.stripTrailing()));
        int more = report.path("findings").size() - most;
        if (more > 0) {
            lines.add("  and %,d more".formatted(more));
        }
        return lines;
    }

    private static void row(Table table, JsonNode finding) {
        String outcome = finding.path("outcome").asText().toLowerCase(Locale.ROOT);
        table.row(
                finding.path("kind").asText().toLowerCase(Locale.ROOT).replace('_', ' '),
                plain(finding.path("title").asText()),
                finding.path("field").asText(),
                plain(finding.path("catalogue").asText()),
                plain(finding.path("known").asText()),
                outcome.isEmpty() ? plain(place(finding), LONGEST_PAGE) : outcome);
    }

    /// The page, or where there is none the track that lacks it.
    private static String place(JsonNode finding) {
        return finding.path("page").asText(finding.path("track").asText(""));
    }

    private static String plain(String text) {
        return plain(text, LONGEST);
    }

    /// One line, nothing that steers a terminal, and not endless.
    private static String plain(String text, int most) {
        String safe = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\u200C\\u200D]]", " ");
        return safe.codePointCount(0, safe.length()) <= most
                ? safe
                : safe.substring(0, safe.offsetByCodePoints(0, most - 1)) + "…";
    }
}
