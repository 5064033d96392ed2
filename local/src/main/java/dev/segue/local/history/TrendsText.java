package dev.segue.local.history;

import dev.segue.library.history.Trends;
import dev.segue.local.report.Table;
import dev.segue.local.text.Plain;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Trends for people: one line a snapshot, then the last two years' additions, and the artists.
public record TrendsText(Trends trends) {

    private static final int MONTHS = 24;
    private static final int GENRES = 3;
    private static final int BAR = 40;

    /// The whole text.
    public String text() {
        var lines = new ArrayList<String>();
        lines.add(trends.playlist().map(Plain::of).orElse("The whole library"));
        if (trends.snapshots().isEmpty()) {
            lines.add("  no snapshot yet");
            return String.join("\n", lines) + "\n";
        }
        section(lines, "snapshots", snapshots());
        section(lines, "added a month", additions());
        section(lines, "decades, newest snapshot", decades());
        section(lines, "artists with most tracks", artists());
        return String.join("\n", lines) + "\n";
    }

    private static void section(List<String> lines, String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add("  " + title);
            content.forEach(line -> lines.add("    " + line));
        }
    }

    private List<String> snapshots() {
        var table = new Table().row("day", "tracks", "tempo", "energy", "genres");
        for (Trends.Point point : trends.snapshots()) {
            table.row(
                    LocalDate.ofInstant(point.takenAt(), ZoneOffset.UTC),
                    point.tracks(),
                    number(point.tempo(), "%.0f"),
                    number(point.energy(), "%.2f"),
                    point.genres().stream()
                            .limit(GENRES)
                            .map(genre -> Plain.of(genre.name()) + " " + genre.tracks())
                            .collect(Collectors.joining(", ")));
        }
        return table.lines(1, 4);
    }

    private static String number(Optional<Trends.Summary> summary, String form) {
        return summary.map(known -> String.format(Locale.ROOT, form, known.median()))
                .orElse("–");
    }

    private List<String> additions() {
        List<Trends.Month> months = trends.additions();
        List<Trends.Month> last = months.subList(Math.max(0, months.size() - MONTHS), months.size());
        int most = last.stream().mapToInt(Trends.Month::tracks).max().orElse(1);
        var table = new Table();
        last.forEach(month -> table.row(month.month(), month.tracks(), bar(month.tracks(), most)));
        return table.lines(1, 2);
    }

    private List<String> decades() {
        List<Trends.Decade> decades = trends.snapshots().getLast().decades();
        int most = decades.stream().mapToInt(Trends.Decade::tracks).max().orElse(1);
        var table = new Table();
        decades.forEach(decade -> table.row(decade.decade() + "s", decade.tracks(), bar(decade.tracks(), most)));
        return table.lines(1, 2);
    }

    private List<String> artists() {
        var table = new Table();
        trends.artists().forEach(artist -> table.row(Plain.of(artist.name()), artist.tracks()));
        return table.lines(1, 2);
    }

    private static String bar(int tracks, int most) {
        return "▇".repeat(Math.max(1, (int) Math.round(BAR * (double) tracks / most)));
    }
}
