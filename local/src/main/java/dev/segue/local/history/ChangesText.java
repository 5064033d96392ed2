package dev.segue.local.history;

import dev.segue.library.history.Changes;
import dev.segue.local.report.Table;
import dev.segue.local.text.Plain;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Changes of a playlist for people.
///
/// @param changes what happened
/// @param most    entries of each kind that are shown
public record ChangesText(Changes changes, int most) {

    /// The whole text.
    public String text() {
        var lines = new ArrayList<String>();
        lines.add(Plain.of(changes.playlist()));
        new Table()
                .row("from", state(changes.from()), changes.from().tracks(), "tracks")
                .row("to", state(changes.to()), changes.to().tracks(), "tracks")
                .lines(2, 3)
                .forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.add("  %,d added, %,d removed, %,d modified, %,d moved, %,d unchanged"
                .formatted(
                        changes.added().size(),
                        changes.removed().size(),
                        changes.modified().size(),
                        changes.moved().size(),
                        changes.unchanged()));
        section(lines, "added", changes.added().stream().map(ChangesText::entry).toList());
        section(
                lines,
                "removed",
                changes.removed().stream().map(ChangesText::entry).toList());
        section(lines, "modified", modified());
        section(lines, "moved", changes.moved().stream().map(ChangesText::moved).toList());
        return String.join("\n", lines) + "\n";
    }

    private static String state(Changes.State state) {
        return state.takenAt().truncatedTo(ChronoUnit.SECONDS) + "  " + Plain.of(state.source());
    }

    private void section(List<String> lines, String title, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("  " + title);
        var table = new Table();
        rows.stream().limit(most).forEach(row -> table.row(row.toArray()));
        table.lines(0, 1).forEach(line -> lines.add("    " + line));
        if (rows.size() > most) {
            lines.add("    and %,d more".formatted(rows.size() - most));
        }
    }

    private static List<String> entry(Changes.Entry entry) {
        return List.of(
                Integer.toString(entry.position()),
                title(entry.title(), entry.id().toString()),
                artists(entry.artists()));
    }

    private static List<String> moved(Changes.Moved moved) {
        return List.of(
                moved.from() + " → " + moved.to(),
                title(moved.title(), moved.id().toString()),
                artists(moved.artists()));
    }

    private List<List<String>> modified() {
        return changes.modified().stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(List.of(
                                Integer.toString(entry.position()),
                                title(entry.title(), entry.id().toString()),
                                artists(entry.artists()))),
                        entry.fields().stream()
                                .map(field -> List.of(
                                        "",
                                        "  " + field.field(),
                                        Plain.of(field.from()) + " → " + Plain.of(field.to())))))
                .toList();
    }

    private static String title(Optional<String> title, String id) {
        return Plain.of(title.orElse(id));
    }

    private static String artists(List<String> artists) {
        return Plain.of(String.join(", ", artists));
    }
}
