package dev.segue.library.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// All known snapshots of one playlist, oldest first. Immutable.
public record Timeline(String playlist, List<Snapshot> snapshots) {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    public Timeline {
        snapshots = snapshots.stream()
                .sorted(Comparator.comparing(Snapshot::takenAt))
                .toList();
    }

    /// When its newest snapshot was taken; 1970 if it has none.
    public Instant takenAt() {
        return snapshots.isEmpty() ? Instant.EPOCH : snapshots.getLast().takenAt();
    }

    /// The two snapshots that `question` names.
    ///
    /// A date means the state at its end (UTC), a moment the state then, so the newest snapshot up to it;
    /// `observed` what the API showed last; anything else a file by its path or its last part.
    public Choice choose(Choice.Question question) {
        if (snapshots.isEmpty()) {
            return new Choice.Missing(quoted() + " has no snapshot");
        }
        return switch (end(question.to())) {
            case Named.One(int to) ->
                switch (start(question.from(), to)) {
                    case Named.One(int from) -> new Choice.Two(snapshots.get(from), snapshots.get(to));
                    case Named.None(String why) -> new Choice.Missing(why);
                    case Named.Unreadable(String why) -> new Choice.Unclear(why);
                };
            case Named.None(String why) -> new Choice.Missing(why);
            case Named.Unreadable(String why) -> new Choice.Unclear(why);
        };
    }

    private sealed interface Named {

        record One(int at) implements Named {}

        record None(String why) implements Named {}

        record Unreadable(String why) implements Named {}
    }

    private Named end(Optional<String> to) {
        return to.map(this::named).orElseGet(() -> new Named.One(snapshots.size() - 1));
    }

    private Named start(Optional<String> from, int to) {
        return from.map(this::named).orElseGet(() -> before(to));
    }

    private Named before(int to) {
        return to > 0
                ? new Named.One(to - 1)
                : new Named.None("there is no snapshot of " + quoted() + " before "
                        + snapshots.get(to).takenAt() + " (" + snapshots.get(to).source() + ")");
    }

    private Named named(String text) {
        if (text.toLowerCase(Locale.ROOT).equals(Snapshot.OBSERVED)) {
            return last(Snapshot::observed, "the API has not shown " + quoted() + " yet");
        }
        Named file = last(snapshot -> isFile(snapshot, text), "there is no snapshot \"" + text + "\" of " + quoted());
        return file instanceof Named.None && TIME.matcher(text).matches() ? at(text) : file;
    }

    private static boolean isFile(Snapshot snapshot, String text) {
        return !snapshot.observed()
                && (snapshot.source().equals(text) || snapshot.source().endsWith("/" + text));
    }

    private Named at(String text) {
        try {
            Instant end = text.length() == "0000-00-00".length()
                    ? LocalDate.parse(text).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text).plusNanos(1);
            return last(
                    snapshot -> snapshot.takenAt().isBefore(end),
                    "the first snapshot of " + quoted() + " is of "
                            + snapshots.getFirst().takenAt());
        } catch (DateTimeParseException noTime) {
            return new Named.Unreadable(
                    "\"" + text + "\" is neither a date (2026-01-31), nor a moment (2026-01-31T12:00:00Z), nor a file");
        }
    }

    private Named last(Predicate<Snapshot> wanted, String otherwise) {
        for (int at = snapshots.size() - 1; at >= 0; at--) {
            if (wanted.test(snapshots.get(at))) {
                return new Named.One(at);
            }
        }
        return new Named.None(otherwise);
    }

    private String quoted() {
        return '"' + playlist + '"';
    }
}
