package dev.segue.library;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Moments as exporters and our own facts write them: `2026-02-05T17:03:21Z`, with or without a fraction of a second.
/// Their form is fixed, so they are read in a tenth of the time of [java.time.Instant#parse(CharSequence)], which
/// reads all others, and written without a formatter.
public final class Moments {

    private static final String FORM = "0000-00-00T00:00:00";
    private static final int NANO_DIGITS = 9;
    private static final int[] FRACTIONS = {1_000_000, 1_000, 1};
    private static final long YEAR_0 = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR_10000 =
            Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond();

    private Moments() {}

    /// The moment that `text` spells.
    ///
    /// @throws java.time.DateTimeException if `text` is no moment
    public static Instant parse(String text) {
        return hasForm(text)
                ? LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 7),
                                number(text, 8, 10),
                                number(text, 11, 13),
                                number(text, 14, 16),
                                number(text, 17, 19),
                                nanos(text))
                        .toInstant(ZoneOffset.UTC)
                : Instant.parse(text);
    }

    /// What [java.time.Instant#toString()] says: a fraction, if there is one, has three, six or nine digits.
    public static String text(Instant moment) {
        long second = moment.getEpochSecond();
        if (second < YEAR_0 || second >= YEAR_10000) {
            return moment.toString();
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        var text = new StringBuilder(FORM.length() + NANO_DIGITS + 2);
        digits(text, time.getYear(), 1000);
        digits(text.append('-'), time.getMonthValue(), 10);
        digits(text.append('-'), time.getDayOfMonth(), 10);
        digits(text.append('T'), time.getHour(), 10);
        digits(text.append(':'), time.getMinute(), 10);
        digits(text.append(':'), time.getSecond(), 10);
        fraction(text, moment.getNano());
        return text.append('Z').toString();
    }

    private static void fraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return;
        }
        int unit = 0;
        while (nanos % FRACTIONS[unit] != 0) {
            unit++;
        }
        digits(text.append('.'), nanos / FRACTIONS[unit], 100_000_000 / FRACTIONS[unit]);
    }

    /// Writes `number` from the digit that counts `highest` downwards.
    private static void digits(StringBuilder text, int number, int highest) {
        for (int unit = highest; unit > 0; unit /= 10) {
            text.append((char) ('0' + number / unit % 10));
        }
    }

    private static boolean hasForm(String text) {
        int last = text.length() - 1;
        if (last < FORM.length() || text.charAt(last) != 'Z') {
            return false;
        }
        for (int at = 0; at < FORM.length(); at++) {
            char expected = FORM.charAt(at);
            if (expected == '0' ? !isDigit(text, at) : text.charAt(at) != expected) {
                return false;
            }
        }
        return last == FORM.length() || hasFraction(text, last);
    }

    private static boolean hasFraction(String text, int end) {
        int digits = end - FORM.length() - 1;
        boolean fraction = text.charAt(FORM.length()) == '.' && digits >= 1 && digits <= NANO_DIGITS;
        for (int at = FORM.length() + 1; at < end && fraction; at++) {
            fraction = isDigit(text, at);
        }
        return fraction;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int nanos(String text) {
        int from = FORM.length() + 1;
        int end = text.length() - 1;
        int nanos = from < end ? number(text, from, end) : 0;
        for (int digit = Math.max(0, end - from); digit < NANO_DIGITS; digit++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }
}
