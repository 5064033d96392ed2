package dev.segue.library;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.YearMonth;
import java.util.Optional;

/// When a track came out, as precisely as its source said and no more: `1973`, `1973-01` or `1973-01-01`. Immutable.
///
/// @param text one of the three forms; a date that exists
public record ReleaseDate(@JsonValue String text) {

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
        return switch (text.length()) {
            case 4 -> number(text, 0, 4) >= 0;
            case 7 -> text.charAt(4) == '-' && number(text, 0, 4) >= 0 && isMonth(number(text, 5, 7));
            case 10 -> text.charAt(4) == '-' && text.charAt(7) == '-' && isDay(text);
            default -> false;
        };
    }

    private static boolean isMonth(int month) {
        return month >= 1 && month <= 12;
    }

    private static boolean isDay(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return year >= 0
                && isMonth(month)
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    /// The number that the digits from `from` to before `to` spell; negative if others are among them.
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    @Override
    public String toString() {
        return text;
    }
}
