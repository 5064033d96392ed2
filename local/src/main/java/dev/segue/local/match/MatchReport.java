package dev.segue.local.match;

import dev.segue.library.match.Recording;
import dev.segue.library.match.Verdict;
import dev.segue.local.report.ReportJson;
import dev.segue.local.report.Table;
import dev.segue.local.text.Plain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What came of judging a file of pairs, for people and as JSON.
public final class MatchReport {

    private static final int WIDEST = 40;

    private MatchReport() {}

    /// A line for each pair, `!` before those that the file calls otherwise; then the sums.
    public static String text(PairsFile file) {
        var table = new Table().row("", "line", "verdict", "left", "right", "why");
        for (JudgedPair pair : file.pairs()) {
            table.row(
                    pair.isAgainstLabel() ? "!" : "",
                    Long.toString(pair.line()),
                    word(pair.verdict()),
                    shortened(pair.left()),
                    shortened(pair.right()),
                    pair.verdict().reason());
        }
        var lines = new ArrayList<>(table.lines(1, 2));
        file.bad().forEach(bad -> lines.add("line " + bad.line() + " could not be read: " + Plain.line(bad.why())));
        lines.add("");
        lines.add("%,d pairs: %,d the same, %,d different, %,d undecided; %,d bad rows"
                .formatted(
                        file.pairs().size(),
                        count(file, "same"),
                        count(file, "different"),
                        count(file, "undecided"),
                        file.bad().size()));
        if (file.labelled()) {
            lines.add(sums(Score.of(file.pairs())));
        }
        return String.join("\n", lines);
    }

    private static String sums(Score score) {
        return String.format(
                Locale.ROOT,
                "precision %.4f, recall %.4f, F1 %.4f; wrongly the same %,d, missed %,d",
                score.precision(),
                score.recall(),
                score.f1(),
                score.falsePositives(),
                score.falseNegatives());
    }

    /// One object: `rows`, `bad`, `counts`, and if the file says what is the same, `precision`, `recall` and `f1`.
    public static String json(PairsFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", file.pairs().stream().map(MatchReport::row).toList());
        json.put("bad", file.bad());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("rows", file.pairs().size() + file.bad().size());
        for (String verdict : List.of("same", "different", "undecided")) {
            counts.put(verdict, count(file, verdict));
        }
        counts.put("bad", file.bad().size());
        json.put("counts", counts);
        if (file.labelled()) {
            Score score = Score.of(file.pairs());
            counts.put("truePositives", score.truePositives());
            counts.put("falsePositives", score.falsePositives());
            counts.put("falseNegatives", score.falseNegatives());
            counts.put("trueNegatives", score.trueNegatives());
            json.put("precision", score.precision());
            json.put("recall", score.recall());
            json.put("f1", score.f1());
        }
        return ReportJson.write(json);
    }

    private static Map<String, Object> row(JudgedPair pair) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", pair.line());
        row.put("verdict", word(pair.verdict()));
        row.put("same", pair.verdict().isSame());
        row.put("rule", pair.verdict().rule());
        row.put("reason", pair.verdict().reason());
        pair.label().ifPresent(label -> row.put("label", label));
        return row;
    }

    private static int count(PairsFile file, String verdict) {
        return (int) file.pairs().stream()
                .filter(pair -> word(pair.verdict()).equals(verdict))
                .count();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Same _ -> "same";
            case Verdict.Different _ -> "different";
            case Verdict.Undecided _ -> "undecided";
        };
    }

    private static String shortened(Recording recording) {
        String title = recording.title().or(recording::id).or(recording::isrc).orElse("");
        return Plain.of(title, WIDEST);
    }
}
