package dev.segue.library;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a track came out, as precisely as its source said and no more: `1973`, `1973-01` or `1973-01-01`. Immutable.
///
/// @param text one of the three forms; a date that exists
public record ReleaseDate(@JsonValue String text) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /// How much of a date is known.
    public enum Precision {
        YEAR,
        MONTH,
        DAY
    }

    public ReleaseDate {
        if (!exists(text)) {
            throw new IllegalArgumentException("not a release date: \"" + text + '"');
        }
    }

    /// The date that `text` spells.
    ///
    /// @throws IllegalArgumentException if it is none of the three forms, or such a day does not exist
    @JsonCreator
    public static ReleaseDate of(String text) {
        return new ReleaseDate(text);
    }

    /// The date that `text` spells, or empty.
    public static Optional<ReleaseDate> parse(String text) {
        return exists(text) ? Optional.of(new ReleaseDate(text)) : Optional.empty();
    }

    public Precision precision() {
        return switch (text.length()) {
            case 4 -> Precision.YEAR;
            case 7 -> Precision.MONTH;
            default -> Precision.DAY;
        };
    }

    public int year() {
        return Integer.parseInt(text, 0, 4, 10);
    }

    private static boolean exists(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        try {
            switch (text.length()) {
                case 4 -> Year.parse(text);
                case 7 -> YearMonth.parse(text);
                default -> LocalDate.parse(text);
            }
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
