package dev.segue.local.report;

import dev.segue.library.csv.BadRow;
import dev.segue.library.csv.CsvFile;
import dev.segue.local.text.Plain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A report for people: at most 80 columns wide unless a file's name is long.
///
/// @param colours whether headings and warnings stand out
public record ReportText(boolean colours) {

    private static final int BAD_ROWS_SHOWN = 10;
    private static final int LONGEST_NAME = 36;
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";

    /// The whole text.
    ///
    /// @param places what else the person wants to know: name and place
    public String of(RunReport report, Map<String, String> places) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(paint(BOLD, headline(report)));
        report.backup().ifPresent(backup -> {
            lines.add("");
            lines.addAll(files(backup));
            lines.addAll(badRows(backup));
        });
        lines.add("");
        lines.addAll(outcome(report));
        lines.add("");
        var table = new Table();
        places.forEach(table::row);
        table.lines(2, 2).forEach(line -> lines.add("  " + paint(DIM, line)));
        return String.join("\n", lines) + "\n";
    }

    private static String headline(RunReport report) {
        String tracks = count(report.detected(), "track");
        String time = seconds(report.total());
        if (report.starting().isZero()) {
            return tracks + " in " + time;
        }
        Duration pipeline = report.total().minus(report.starting());
        return tracks + " in " + time + " (" + seconds(report.starting()) + " to start, " + seconds(pipeline)
                + " through the pipeline)";
    }

    private List<String> files(BackupSummary backup) {
        var table = new Table().row("file", "format", "rows", "tracks", "skipped", "bad");
        backup.files()
                .forEach(file -> table.row(
                        Plain.of(file.file(), LONGEST_NAME),
                        file.unreadable().isPresent()
                                ? "unreadable"
                                : file.truncated() ? file.format() + " cut" : file.format(),
                        file.rows(),
                        file.kept(),
                        skipped(file),
                        file.bad().size()));
        if (backup.files().size() > 1) {
            table.row(
                    backup.files().size() + " files",
                    "",
                    backup.rows(),
                    backup.files().stream().mapToInt(CsvFile::kept).sum(),
                    backup.files().stream().mapToInt(ReportText::skipped).sum(),
                    backup.badRows());
        }
        List<String> lines = table.lines(2, Integer.MAX_VALUE);
        var painted = new ArrayList<String>();
        painted.add("  " + paint(DIM, lines.getFirst()));
        lines.stream().skip(1).forEach(line -> painted.add("  " + line));
        return painted;
    }

    private List<String> badRows(BackupSummary backup) {
        var lines = new ArrayList<String>();
        if (backup.badRows() == 0) {
            return lines;
        }
        lines.add("");
        lines.add("  " + paint(YELLOW, count(backup.badRows(), "bad row")));
        backup.files().stream()
                .flatMap(file -> file.bad().stream().map(row -> badRow(file, row)))
                .limit(BAD_ROWS_SHOWN)
                .forEach(lines::add);
        if (backup.badRows() > BAD_ROWS_SHOWN) {
            lines.add("    and " + (backup.badRows() - BAD_ROWS_SHOWN) + " more");
        }
        return lines;
    }

    private static String badRow(CsvFile file, BadRow row) {
        return "    " + Plain.line(file.file()) + ", line " + row.line() + ": " + Plain.line(row.why());
    }

    private static List<String> outcome(RunReport report) {
        var table = new Table();
        table.row("tracks detected", report.detected(), "");
        table.row("CSV hits", report.hits(), percent(report.hitRate()) + " answered by the CSV");
        table.row("CSV stale", report.stale(), "");
        table.row("CSV misses", report.misses(), "");
        table.row("API calls", report.callsMade(), number(report.apiCallsOldWay()) + " the old way");
        report.apiCalls()
                .forEach(line -> table.row(
                        "  " + words(line.api().name()) + ", " + words(line.outcome()), line.calls(), line.endpoint()));
        table.row("API calls avoided", report.callsAvoided(), "");
        table.row("duplicates", report.duplicates(), "");
        table.row("catalogue created", report.created(), "");
        table.row("catalogue updated", report.updated(), "");
        table.row("catalogue unchanged", report.unchanged(), "");
        report.processed().forEach((outcome, tracks) -> table.row("audio " + words(outcome), tracks, ""));
        table.row(
                "rejected",
                report.rejected().values().stream().mapToInt(Integer::intValue).sum(),
                reasons(report));
        if (report.unfinished() > 0) {
            table.row("unfinished", report.unfinished(), "");
        }
        return table.lines(1, 2).stream().map(line -> "  " + line).toList();
    }

    private static String reasons(RunReport report) {
        return report.rejected().entrySet().stream()
                .map(reason -> number(reason.getValue()) + " " + words(reason.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static int skipped(CsvFile file) {
        return file.skipped().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String count(int number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private String paint(String colour, String text) {
        return colours ? colour + text + PLAIN : text;
    }
}
