package dev.segue.local.doctor;

import dev.segue.local.doctor.Finding.Standing;
import dev.segue.local.report.ReportJson;
import dev.segue.local.report.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All that was found, in order. Immutable.
public record Findings(List<Finding> all) {

    public Findings {
        all = List.copyOf(all);
    }

    /// How many are in the way of something.
    public long problems() {
        return all.stream()
                .filter(finding -> finding.standing() == Standing.PROBLEM)
                .count();
    }

    /// As a table, and what it comes to.
    public String text() {
        var table = new Table();
        all.forEach(finding -> table.row(word(finding.standing()), finding.about(), finding.says()));
        String rows = String.join("\n", table.lines(Integer.MAX_VALUE, Integer.MAX_VALUE));
        return rows + "\n\n" + (problems() == 0 ? "nothing is in the way" : problems() + " in the way");
    }

    /// As one JSON object.
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", problems() == 0);
        json.put("findings", all.stream().map(Findings::json).toList());
        return ReportJson.write(json);
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("about", finding.about());
        json.put("standing", word(finding.standing()));
        json.put("says", finding.says());
        return json;
    }

    private static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}
