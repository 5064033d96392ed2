package dev.segue.library.csv;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Moments as all exporters write them. Their form is fixed, so they are read in a tenth of the time of
/// [java.time.Instant#parse(CharSequence)].
final class Moments {

    private static final String FORM = "0000-00-00T00:00:00Z";

    private Moments() {}

    /// The moment that `text` spells.
    ///
    /// @throws java.time.DateTimeException if `text` is no moment
    static Instant parse(String text) {
        return hasForm(text)
                ? LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 7),
                                number(text, 8, 10),
                                number(text, 11, 13),
                                number(text, 14, 16),
                                number(text, 17, 19))
                        .toInstant(ZoneOffset.UTC)
                : Instant.parse(text);
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int at = 0; at < FORM.length(); at++) {
            char expected = FORM.charAt(at);
            char found = text.charAt(at);
            if (expected == '0' ? found < '0' || found > '9' : found != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }
}
