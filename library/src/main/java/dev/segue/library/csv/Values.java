package dev.segue.library.csv;

import dev.segue.library.Moments;
import dev.segue.library.ReleaseDate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes values of cells. What a cell does not spell is absent, never an error.
final class Values {

    /// Where there is no length.
    static final long NONE = -1;

    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,3}):(\\d{2})");
    private static final double MOST_SECONDS = 10_000;
    private static final double MILLIS = 1000;

    private static final Optional<Boolean> TRUE = Optional.of(true);
    private static final Optional<Boolean> FALSE = Optional.of(false);

    private Values() {}

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

    /// A length in milliseconds, or [#NONE].
    static long milliseconds(String cell) {
        int length = Decimals.whole(cell);
        return length > 0 ? length : NONE;
    }

    /// The milliseconds of a length in another form: `3:23`, `1:02:03`, `225s`, or a number, which means milliseconds
    /// if
    /// no song has so many seconds; or [#NONE].
    static long length(String cell) {
        if (cell.isEmpty()) {
            return NONE;
        }
        Matcher clock = CLOCK.matcher(cell);
        if (clock.matches()) {
            String hours = Objects.requireNonNullElse(clock.group(1), "0");
            Duration length = Duration.ofHours(Long.parseLong(hours))
                    .plusMinutes(Long.parseLong(clock.group(2)))
                    .plusSeconds(Long.parseLong(clock.group(3)));
            return length.isPositive() ? length.toMillis() : NONE;
        }
        boolean seconds = cell.endsWith("s");
        double number = Decimals.value(seconds ? cell.substring(0, cell.length() - 1) : cell);
        if (!(number > 0 && number < Integer.MAX_VALUE)) {
            return NONE;
        }
        return Math.round(seconds || number < MOST_SECONDS ? number * MILLIS : number);
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
}
