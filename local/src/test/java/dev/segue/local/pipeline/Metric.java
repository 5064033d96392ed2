package dev.segue.local.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A metric of ours.
///
/// @param kind `counter`, `gauge` or `timer`
record Metric(String name, String kind, Set<String> labels) {

    private static final Path PAGE = Path.of("..", "docs", "monitoring.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern TYPE = Pattern.compile("# TYPE (segue_\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("(segue_[a-z_]+)(?:\\{(.*)\\})? .*");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    /// Those that the page tells of `service`.
    static Set<Metric> documented(String service) throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.filter(line -> line.startsWith("| `segue_"))
                    .map(line -> line.split("\\|"))
                    .filter(cells -> List.of(cells[4].strip().split(", ")).stream()
                            .anyMatch(one -> one.equals("all") || one.equals(service)))
                    .map(cells ->
                            new Metric(cells[1].strip().replace("`", ""), cells[2].strip(), quoted(QUOTED, cells[3])))
                    .collect(Collectors.toSet());
        }
    }

    /// Those that are in what a service says at `/q/metrics`.
    static Set<Metric> exposed(String text) {
        var labels = new HashMap<String, Set<String>>();
        text.lines()
                .map(SAMPLE::matcher)
                .filter(java.util.regex.Matcher::matches)
                .forEach(sample -> labels.put(
                        sample.group(1).replaceFirst("_seconds_count$", "_seconds"),
                        quoted(LABEL, java.util.Objects.requireNonNullElse(sample.group(2), ""))));
        Map<String, String> kinds = Map.of("counter", "counter", "gauge", "gauge", "summary", "timer");
        return text.lines()
                .map(TYPE::matcher)
                .filter(java.util.regex.Matcher::matches)
                .filter(type -> !type.group(1).endsWith("_seconds_max"))
                .map(type -> new Metric(
                        type.group(1),
                        kinds.getOrDefault(type.group(2), type.group(2)),
                        labels.getOrDefault(type.group(1), Set.of())))
                .collect(Collectors.toSet());
    }

    private static Set<String> quoted(Pattern pattern, String cell) {
        return pattern.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return name + " " + kind + " " + Arrays.toString(labels.toArray());
    }
}
