package dev.segue.local.kubernetes;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What tables of pages under `docs/` say in their first cell.
final class Documented {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern ROW = Pattern.compile("(?m)^ *\\| `([^`]+)` \\|(?:.*\\|)? ([^|]*) \\|$");

    private Documented() {}

    /// The first cells of all tables of `page`, without their backticks.
    static Stream<String> cells(String page) {
        return rows(page).map(row -> row.group(1));
    }

    /// Each setting in its environment form, and who reads it.
    static Map<String, String> settings() {
        return rows("configuration.md")
                .collect(Collectors.toMap(row -> environmentForm(row.group(1)), row -> row.group(2)));
    }

    private static Stream<MatchResult> rows(String page) {
        return ROW.matcher(Manifests.text(DOCS.resolve(page))).results();
    }

    private static String environmentForm(String setting) {
        return setting.startsWith("segue.") ? setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") : setting;
    }
}
