package dev.segue.local.run;

import dev.segue.local.text.Plain;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a run that brings no news waits for. Immutable.
public sealed interface Waiting {

    /// For people, in half a line.
    String words(Instant now, ZoneId zone);

    /// Whether it passes by itself, however long it lasts; else somebody may have to help.
    boolean passes();

    /// The catalogue takes nothing now.
    ///
    /// @param until  it is tried again
    /// @param reason for people
    /// @param passes whether it has said itself that it goes on then: not so if it is full or away
    record ForCatalogue(Instant until, String reason, boolean passes) implements Waiting {

        /// Such as `the catalogue waits until 14:32:05 (Notion: its limit is reached (429))`.
        @Override
        public String words(Instant now, ZoneId zone) {
            return "the catalogue waits until " + time(until, now, zone) + " (" + Plain.line(reason) + ')';
        }
    }

    /// What only an API can answer, and it cannot be asked now.
    ///
    /// @param until  it is asked again
    /// @param reason for people
    record ForApi(Instant until, String reason) implements Waiting {

        /// Such as `asked again at 14:32:05 (SoundCloud takes no calls until 2026-11-22T14:32:05Z)`.
        @Override
        public String words(Instant now, ZoneId zone) {
            return "asked again at " + time(until, now, zone) + " (" + Plain.line(reason) + ')';
        }

        @Override
        public boolean passes() {
            return true;
        }

        /// The same for somebody who will not wait for it.
        public String later() {
            return reason
                    + (reason.contains(until.toString()) ? "; it is asked then" : "; it is asked again at " + until);
        }
    }

    /// Audio is being made, which may take minutes for one track.
    ///
    /// @param tracks so many at once
    record ForAudio(int tracks) implements Waiting {

        @Override
        public String words(Instant now, ZoneId zone) {
            return "audio is being made of " + tracks + (tracks == 1 ? " track" : " tracks");
        }

        @Override
        public boolean passes() {
            return true;
        }
    }

    /// `until` for people: `14:32:05`, and with the date if that is not today.
    static String time(Instant until, Instant now, ZoneId zone) {
        boolean far = Duration.between(now, until).compareTo(Duration.ofHours(20)) > 0;
        return DateTimeFormatter.ofPattern(far ? "yyyy-MM-dd HH:mm" : "HH:mm:ss", Locale.ROOT)
                .withZone(zone)
                .format(until);
    }
}
