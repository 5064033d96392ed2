package dev.segue.testkit.notion;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Dates and times in filters.
final class Moments {

    private Moments() {}

    /// Below 0 if `one` is before `other`. A date without a time is compared by day.
    ///
    /// @throws Problem if either is none
    static int compare(String one, String other) {
        return one.contains("T") && other.contains("T")
                ? moment(one).compareTo(moment(other))
                : day(one).compareTo(day(other));
    }

    private static LocalDate day(String text) {
        return moment(text).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant moment(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException none) {
            throw Problem.badBody("filter should have a valid ISO 8601 date string, instead was `\"" + text + "\"`.");
        }
    }
}
