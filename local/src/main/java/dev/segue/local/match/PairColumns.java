package dev.segue.local.match;

import dev.segue.library.match.Recording;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/// Where a file of pairs has which field of which track: `left_title` and `right_title`, or `title_a` and `title_b`,
/// `title1` and `title2`. Immutable.
final class PairColumns {

    private static final Pattern NAME = Pattern.compile(
            "(left|right|ltable|rtable|a|b|1|2)[_ .](\\w+)|(\\w+?)(?:[_ .](left|right|a|b)|[_ .]?([12]))");
    private static final Pattern LENGTH = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,3}):(\\d{1,2})(?:\\.\\d+)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

    /// Nothing lasts so many seconds: such a number is milliseconds.
    private static final double MOST_SECONDS = 20_000;

    private final Map<String, Integer> left = new HashMap<>();
    private final Map<String, Integer> right = new HashMap<>();
    private final Optional<Integer> same;
    private final int count;

    PairColumns(List<String> header) {
        count = header.size();
        int label = -1;
        for (int column = 0; column < count; column++) {
            String name = header.get(column).strip().toLowerCase(Locale.ROOT);
            if (name.equals("same") || name.equals("label")) {
                label = column;
            } else {
                side(name, column);
            }
        }
        same = label < 0 ? Optional.empty() : Optional.of(label);
    }

    private void side(String name, int column) {
        Matcher parts = NAME.matcher(name);
        if (parts.matches()) {
            boolean before = parts.group(1) != null;
            String side = Stream.of(1, 4, 5)
                    .map(parts::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            String field = before ? parts.group(2) : parts.group(3);
            boolean isLeft = List.of("left", "ltable", "a", "1").contains(side);
            (isLeft ? left : right).putIfAbsent(field, column);
        }
    }

    boolean hasTitles() {
        return left.containsKey("title") && right.containsKey("title");
    }

    boolean isLabelled() {
        return same.isPresent();
    }

    int count() {
        return count;
    }

    Recording left(CSVRecord row) {
        return recording(row, left);
    }

    Recording right(CSVRecord row) {
        return recording(row, right);
    }

    /// Whether the row says that its two are the same.
    ///
    /// @throws IllegalArgumentException if it says neither yes nor no
    Optional<Boolean> same(CSVRecord row) {
        return same.map(column -> flag(row.get(column))
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"same\" is \"" + row.get(column).strip() + "\", not 0 or 1")));
    }

    private static Recording recording(CSVRecord row, Map<String, Integer> columns) {
        Optional<String> artists = text(row, columns, "artist").or(() -> text(row, columns, "artists"));
        Optional<Duration> length = text(row, columns, "duration")
                .or(() -> text(row, columns, "length"))
                .flatMap(PairColumns::length)
                .or(() -> text(row, columns, "duration_ms")
                        .or(() -> text(row, columns, "durationms"))
                        .filter(NUMBER.asMatchPredicate())
                        .map(millis -> Duration.ofMillis((long) Double.parseDouble(millis))));
        return new Recording(
                text(row, columns, "id"),
                text(row, columns, "title"),
                artists.map(names -> List.of(names.split(";", -1))).orElse(List.of()),
                text(row, columns, "album"),
                length,
                text(row, columns, "isrc"),
                text(row, columns, "explicit").flatMap(PairColumns::flag));
    }

    private static Optional<String> text(CSVRecord row, Map<String, Integer> columns, String field) {
        return Optional.ofNullable(columns.get(field))
                .map(row::get)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /// `3:26`, `1:03:26`, seconds or milliseconds; empty for anything else.
    private static Optional<Duration> length(String text) {
        Matcher clock = LENGTH.matcher(text);
        if (clock.matches()) {
            long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            return Optional.of(Duration.ofHours(hours)
                    .plusMinutes(Long.parseLong(clock.group(2)))
                    .plusSeconds(Long.parseLong(clock.group(3))));
        }
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(text);
        return Optional.of(Duration.ofMillis(Math.round(number > MOST_SECONDS ? number : number * 1000)));
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> Optional.of(true);
            case "0", "false", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
