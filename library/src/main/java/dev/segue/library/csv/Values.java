package dev.segue.library.csv;

import dev.segue.library.Moments;
import dev.segue.library.ReleaseDate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes values of cells. What a cell does not spell is absent, never an error. Remembers what it has made, since most
/// cells come again. Not thread-safe.
final class Values {

    private static final Pattern SPREADSHEET_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern ISRC = Pattern.compile("[A-Z]{2}[A-Z0-9]{3}[0-9]{7}");

    private static final Optional<Boolean> TRUE = Optional.of(true);
    private static final Optional<Boolean> FALSE = Optional.of(false);

    private final SharedValues shared;
    private final Recent<Optional<String>> texts = new Recent<>(text -> shared().same(Optional.of(text)));
    private final Recent<Optional<ReleaseDate>> dates = new Recent<>(text -> shared().same(parseDate(text)));
    private final Recent<List<String>> genres = new Recent<>(text -> shared().same(parseGenres(text)));
    private final Map<Separator, Recent<List<String>>> names = new EnumMap<>(Separator.class);

    Values(SharedValues shared) {
        this.shared = shared;
    }

    private SharedValues shared() {
        return shared;
    }

    /// A text that hardly any other row has.
    static Optional<String> text(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    /// A text that many rows have.
    Optional<String> sharedText(String cell) {
        return cell.isEmpty() ? Optional.empty() : texts.of(cell);
    }

    /// `2023-05-01`, `2023-05`, `2023`, or as a spreadsheet of the US writes it, `5/1/2023`.
    Optional<ReleaseDate> date(String cell) {
        return cell.isEmpty() ? Optional.empty() : dates.of(cell);
    }

    private static Optional<ReleaseDate> parseDate(String text) {
        Matcher spreadsheet = SPREADSHEET_DATE.matcher(text);
        if (!spreadsheet.matches()) {
            // a release that was withdrawn came out in the year 0000
            return ReleaseDate.parse(text).filter(date -> date.year() > 0);
        }
        String month = "0" + spreadsheet.group(1);
        String day = "0" + spreadsheet.group(2);
        return ReleaseDate.parse(spreadsheet.group(3)
                + '-'
                + month.substring(month.length() - 2)
                + '-'
                + day.substring(day.length() - 2));
    }

    List<String> genres(String cell) {
        return cell.isEmpty() ? List.of() : genres.of(cell);
    }

    private static List<String> parseGenres(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(genre -> !genre.isEmpty())
                .distinct()
                .toList();
    }

    /// The names in a cell.
    List<String> names(String cell, Separator separator) {
        return cell.isEmpty()
                ? List.of()
                : names.computeIfAbsent(separator, this::namesBy).of(cell);
    }

    private Recent<List<String>> namesBy(Separator separator) {
        return new Recent<>(text -> shared.same(separator.split(text)));
    }

    static Optional<Duration> milliseconds(String cell) {
        return Decimals.whole(cell).filter(length -> length > 0).map(Duration::ofMillis);
    }

    static Optional<Boolean> truth(String cell) {
        return switch (cell) {
            case "true", "TRUE", "True" -> TRUE;
            case "false", "FALSE", "False" -> FALSE;
            default -> Optional.empty();
        };
    }

    /// A moment such as `2020-03-07T20:54:55Z`. The start of 1970 is how exporters write that they do not know it.
    static Optional<Instant> moment(String cell) {
        try {
            return cell.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Moments.parse(cell)).filter(at -> at.isAfter(Instant.EPOCH));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    static Optional<String> isrc(String cell) {
        return text(cell.replace("-", "").toUpperCase(Locale.ROOT))
                .filter(code -> ISRC.matcher(code).matches());
    }
}
