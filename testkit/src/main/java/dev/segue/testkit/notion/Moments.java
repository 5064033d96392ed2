package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Set;

/// Dates and times in filters.
final class Moments {

    private static final int DAYS = 7;
    private static final Set<String> RELATIVE =
            Set.of("this_week", "past_week", "past_month", "past_year", "next_week", "next_month", "next_year");

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private Moments() {}

    /// A date, or a time with its offset, as it is kept.
    ///
    /// @param zone of a time that has no offset
    /// @throws Problem if it is neither
    static String iso(String text, ZoneId zone, String where) {
        try {
            return text.contains("T")
                    ? ISO.format(time(text, zone))
                    : LocalDate.parse(text).toString();
        } catch (DateTimeException none) {
            throw Problem.badBody(where + " should be a valid ISO 8601 date string, instead was `\"" + text + "\"`.");
        }
    }

    private static OffsetDateTime time(String text, ZoneId zone) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime whole
                ? whole.withOffsetSameInstant(ZoneOffset.UTC)
                : LocalDateTime.from(time).atZone(zone).toOffsetDateTime();
    }

    /// Whether it is a date, or a time with an offset.
    static boolean isWhole(String text) {
        try {
            return !iso(text, ZoneOffset.UTC, "").isEmpty();
        } catch (Problem none) {
            return false;
        }
    }

    /// As the value of a property.
    static JsonNode written(String text) {
        return Json.object()
                .put("start", iso(text, ZoneOffset.UTC, ""))
                .putNull("end")
                .putNull("time_zone");
    }

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
        String iso = iso(text, ZoneOffset.UTC, "filter");
        return iso.contains("T")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The day that a word such as `one_week_ago` means; anything else as it is.
    static String named(String word, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return switch (word) {
            case "today" -> today.toString();
            case "tomorrow" -> today.plusDays(1).toString();
            case "yesterday" -> today.minusDays(1).toString();
            case "one_week_ago" -> today.minusWeeks(1).toString();
            case "one_week_from_now" -> today.plusWeeks(1).toString();
            case "one_month_ago" -> today.minusMonths(1).toString();
            case "one_month_from_now" -> today.plusMonths(1).toString();
            default -> iso(word, ZoneOffset.UTC, "filter");
        };
    }
}
