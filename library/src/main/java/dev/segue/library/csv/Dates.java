package dev.segue.library.csv;

import dev.segue.library.ReleaseDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Release dates as exporters and spreadsheets write them.
final class Dates {

    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern POINTS = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    /// how some write that they do not know the day, or the month
    private static final Pattern UNKNOWN_PARTS = Pattern.compile("(?:-00)+$");
    private static final int DAY = 10;
    private static final int MONTHS = 12;

    private Dates() {}

    /// The date that `text` spells; empty if there is none. A spreadsheet writes `5/1/2023` or `1.5.2023` for the
    /// first of May; `25/1/2023` can only be a day of January.
    static Optional<ReleaseDate> parse(String text) {
        Optional<ReleaseDate> usual = ReleaseDate.parse(text);
        // a release that was withdrawn came out in the year 0000
        return usual.isPresent() ? usual.filter(date -> date.year() > 0) : unusual(text);
    }

    private static Optional<ReleaseDate> unusual(String text) {
        Matcher slashes = SLASHES.matcher(text);
        if (slashes.matches()) {
            return slashes(Integer.parseInt(slashes.group(1)), Integer.parseInt(slashes.group(2)), slashes.group(3));
        }
        Matcher points = POINTS.matcher(text);
        if (points.matches()) {
            return date(points.group(3), Integer.parseInt(points.group(2)), Integer.parseInt(points.group(1)));
        }
        boolean moment = text.length() > DAY && (text.charAt(DAY) == 'T' || text.charAt(DAY) == ' ');
        String day = moment ? text.substring(0, DAY) : text;
        return ReleaseDate.parse(UNKNOWN_PARTS.matcher(day).replaceFirst("")).filter(date -> date.year() > 0);
    }

    /// `text` in the form of a moment: home-made files have a blank before the time, or no zone, or no time at all.
    static String moment(String text) {
        if (text.endsWith("Z")) {
            return text;
        }
        if (text.length() <= DAY && (text.indexOf('/') > 0 || text.indexOf('.') > 0)) {
            return parse(text).map(date -> date + "T00:00:00Z").orElse(text);
        }
        if (text.length() < DAY) {
            return text;
        }
        if (text.length() == DAY) {
            return text + "T00:00:00Z";
        }
        boolean blank = text.charAt(DAY) == ' ';
        String moment = blank ? text.substring(0, DAY) + 'T' + text.substring(DAY + 1) : text;
        boolean zone = moment.lastIndexOf('+') > DAY || moment.lastIndexOf('-') > DAY;
        return zone ? moment : moment + 'Z';
    }

    private static Optional<ReleaseDate> slashes(int first, int second, String year) {
        return first > MONTHS ? date(year, second, first) : date(year, first, second);
    }

    private static Optional<ReleaseDate> date(String year, int month, int day) {
        return ReleaseDate.parse(year + '-' + twoDigits(month) + '-' + twoDigits(day));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
