package dev.segue.local.run;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What the catalogue is waited for. Immutable.
///
/// @param until  it is tried again
/// @param reason for people
public record Waiting(Instant until, String reason) {

    private static final Duration DAY = Duration.ofHours(20);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /// For people: `the catalogue waits until 14:32:05 (Notion: its limit is reached (429))`.
    String words(Instant now, ZoneId zone) {
        boolean far = Duration.between(now, until).compareTo(DAY) > 0;
        String when = (far ? DATE : TIME).withZone(zone).format(until);
        return "the catalogue waits until " + when + " (" + reason + ')';
    }
}
