package dev.segue.library.csv;

import dev.segue.library.Moments;
import dev.segue.library.ReleaseDate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes values of cells. What a cell does not spell is absent, never an error.
final class Values {

    private static final Pattern ISRC = Pattern.compile("[A-Z]{2}[A-Z0-9]{3}[0-9]{7}");

    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,3}):(\\d{2})");
    private static final double MOST_SECONDS = 10_000;
    private static final double MILLIS = 1000;

    private static final Optional<Boolean> TRUE = Optional.of(true);
    private static final Optional<Boolean> FALSE = Optional.of(false);

    private Values() {}

    /// A text.
    static Optional<String> text(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    /// `2023-05-01`, `2023-05`, `2023`, or what spreadsheets make of it: see [Dates].
    static Optional<ReleaseDate> date(String cell) {
        return cell.isEmpty() ? Optional.empty() : Dates.parse(cell);
    }

    /// Names with commas between them, or else with semicolons, as home-made files have them.
    static List<String> genres(String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        List<String> genres = new ArrayList<>();
        char between = cell.indexOf(',') < 0 ? ';' : ',';
        int start = 0;
        while (start <= cell.length()) {
            int comma = cell.indexOf(between, start);
            int end = comma < 0 ? cell.length() : comma;
            String genre = cell.substring(start, end).strip();
            if (!genre.isEmpty() && !genres.contains(genre)) {
                genres.add(genre);
            }
            start = end + 1;
        }
        return genres;
    }

    /// The names in a cell.
    static List<String> names(String cell, Separator separator) {
        return cell.isEmpty() ? List.of() : separator.split(cell);
    }

    static Optional<Duration> milliseconds(String cell) {
        return Decimals.whole(cell).filter(length -> length > 0).map(Duration::ofMillis);
    }

    /// A length in another form than milliseconds: `3:23`, `1:02:03`, `225s`, or a number, which means milliseconds if
    /// no song has so many seconds.
    static Optional<Duration> length(String cell) {
        Matcher clock = CLOCK.matcher(cell);
        if (clock.matches()) {
            String hours = Objects.requireNonNullElse(clock.group(1), "0");
            return Optional.of(Duration.ofHours(Long.parseLong(hours))
                            .plusMinutes(Long.parseLong(clock.group(2)))
                            .plusSeconds(Long.parseLong(clock.group(3))))
                    .filter(Duration::isPositive);
        }
        boolean seconds = cell.endsWith("s");
        return Decimals.decimal(seconds ? cell.substring(0, cell.length() - 1) : cell)
                .filter(number -> number > 0 && number < Integer.MAX_VALUE)
                .map(number -> seconds || number < MOST_SECONDS ? number * MILLIS : number)
                .map(millis -> Duration.ofMillis(Math.round(millis)));
    }

    static Optional<Boolean> truth(String cell) {
        return switch (cell) {
            case "true", "TRUE", "True" -> TRUE;
            case "false", "FALSE", "False" -> FALSE;
            default -> Optional.empty();
        };
    }

    /// A moment such as `2020-03-07T20:54:55Z`, or the start of a day, in UTC. The start of 1970 is how exporters write
    /// that they do not know it.
    static Optional<Instant> moment(String cell) {
        try {
            return cell.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Moments.parse(Dates.moment(cell))).filter(at -> at.isAfter(Instant.EPOCH));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    static Optional<String> isrc(String cell) {
        return cell.isEmpty()
                ? Optional.empty()
                : Optional.of(cell.replace("-", "").toUpperCase(Locale.ROOT))
                        .filter(code -> ISRC.matcher(code).matches());
    }
}
