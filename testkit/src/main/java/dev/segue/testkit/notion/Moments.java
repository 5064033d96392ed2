package dev.segue.testkit.notion;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/// Dates and times in filters.
final class Moments {

    private static final int DAYS = 7;
    private static final Set<String> RELATIVE =
            Set.of("this_week", "past_week", "past_month", "past_year", "next_week", "next_month", "next_year");

    private Moments() {}

    /// Below 0 if `one` is before `other`. A date without a time is compared by day.
    ///
    /// @throws Problem if either is none
    static int compare(String one, String other) {
        return one.contains("T") && other.contains("T")
                ? moment(one).compareTo(moment(other))
                : day(one).compareTo(day(other));
    }

    /// Days from one to another, both included.
    record Days(LocalDate first, LocalDate last) {

        boolean include(String text) {
            LocalDate day = day(text);
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    static boolean isRelative(String word) {
        return RELATIVE.contains(word);
    }

    /// The days that a word such as `past_week` means; weeks begin on Sunday, as Notion's do.
    static Days days(String word, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate sunday = today.minusDays(today.getDayOfWeek().getValue() % DAYS);
        return switch (word) {
            case "this_week" -> new Days(sunday, sunday.plusDays(DAYS - 1));
            case "past_week" -> new Days(today.minusWeeks(1), today);
            case "past_month" -> new Days(today.minusMonths(1), today);
            case "past_year" -> new Days(today.minusYears(1), today);
            case "next_week" -> new Days(today, today.plusWeeks(1));
            case "next_month" -> new Days(today, today.plusMonths(1));
            default -> new Days(today, today.plusYears(1));
        };
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
