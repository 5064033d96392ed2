package dev.segue.testkit.standin;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;

/// Lengths of time as people write them.
public final class Durations {

    private Durations() {}

    /// Of `24h`, `90s`, `30m`, `7d`, `500ms`, `1h30m`, `PT24H` or a number of seconds.
    ///
    /// @throws IllegalArgumentException with a message that quotes `text`, if it is none
    public static Duration parse(String text) {
        String given = text.strip().toUpperCase(Locale.ROOT);
        try {
            if (given.matches("\\d+")) {
                return Duration.ofSeconds(Long.parseLong(given));
            }
            if (given.matches("\\d+MS")) {
                return Duration.ofMillis(Long.parseLong(given.substring(0, given.length() - 2)));
            }
            if (given.matches("\\d+D")) {
                return Duration.parse("P" + given);
            }
            return Duration.parse(given.startsWith("P") ? given : "PT" + given);
        } catch (DateTimeException | NumberFormatException none) {
            throw new IllegalArgumentException(
                    "not a length of time: \"" + text + "\"; such as 24h, 90s, 7d or PT24H", none);
        }
    }
}
