package dev.segue.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The files of Prometheus and Grafana under `monitor/` hold together, and `docs/monitoring.md` explains them.
class MonitoringFilesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path RULES = ROOT.resolve("monitor/prometheus/rules/segue.yml");
    private static final Path RULE_TESTS = ROOT.resolve("monitor/prometheus/tests/segue.test.yml");
    private static final Path DASHBOARDS = ROOT.resolve("monitor/grafana/dashboards");
    private static final Path PAGE = ROOT.resolve("docs/monitoring.md");

    @Test
    void everyAlertHasARunbookLineAndATestInWhichItFires() throws IOException {
        Set<String> alerts = found("- alert: (\\w+)", Files.readString(RULES));

        assertThat(alerts).isNotEmpty();
        assertThat(found("(?m)^\\| `([A-Z]\\w+)` \\|", Files.readString(PAGE))).isEqualTo(alerts);
        assertThat(found("alertname: (\\w+)\\n *exp_alerts:", Files.readString(RULE_TESTS)))
                .isEqualTo(alerts);
    }

    @Test
    void everyDashboardIsExplained() throws IOException {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(found("(?m)^\\| `(segue-\\w+)` \\|", Files.readString(PAGE)));
        }
    }

    @Test
    void everyMetricThatAnAlertOrADashboardAsksForIsInTheTable() throws IOException {
        Set<String> known = found("(?m)^\\| `(segue_\\w+)` \\|", Files.readString(PAGE));
        var asked = new TreeSet<String>(found("(segue_[a-z_]+)", Files.readString(RULES)));
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            for (Path file : files.toList()) {
                asked.addAll(found("(segue_[a-z_]+)", Files.readString(file)));
            }
        }

        assertThat(asked.stream().map(name -> name.replaceFirst("_seconds_(count|sum|max)$", "_seconds")))
                .isNotEmpty()
                .allMatch(known::contains);
    }

    @Test
    void alertsFireWhenTheyShouldAndOnlyThen() throws Exception {
        if (!onPath("promtool")) {
            System.out.println("no promtool on the PATH: the alert rules are not tested");
        }
        assumeTrue(onPath("promtool"));

        assertThat(promtool(
                        "check",
                        "config",
                        ROOT.resolve("monitor/prometheus/prometheus.yml").toString()))
                .contains("SUCCESS");
        assertThat(promtool("test", "rules", RULE_TESTS.toString())).contains("SUCCESS");
    }

    private static String promtool(String... arguments) throws Exception {
        var command = Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static Set<String> found(String pattern, String text) {
        var found = new TreeSet<String>();
        Pattern.compile(pattern).matcher(text).results().forEach(one -> found.add(one.group(1)));
        return found;
    }
}
