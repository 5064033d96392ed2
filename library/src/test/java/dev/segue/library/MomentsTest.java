package dev.segue.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-05T17:03:21Z",
                "2026-02-05T17:03:21.5Z",
                "2026-02-05T17:03:21.000000001Z",
                "2024-02-29T23:59:59.999Z",
                "2026-02-05T17:03:21+02:00",
                "2026-02-05T17:03:21.0Z",
                "-0044-03-15T12:00:00Z"
            })
    void momentIsReadAsTheJdkReadsIt(String text) {
        assertThat(Moments.parse(text)).isEqualTo(Instant.parse(text));
    }

    @Property
    void everyMomentReadsBack(
            @ForAll @LongRange(min = -99_999_999_999L, max = 253_402_300_799L) long second,
            @ForAll @LongRange(min = 0, max = 999_999_999) long nanos) {
        Instant moment = Instant.ofEpochSecond(second, nanos);

        assertThat(Moments.parse(moment.toString())).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-05T17:03:21Z",
                "2026-02-05T17:03:21.500Z",
                "2026-02-05T17:03:21.000010Z",
                "2026-02-05T17:03:21.000000001Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "-0044-03-15T12:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void momentIsWrittenAsTheJdkWritesIt(String text) {
        assertThat(Moments.text(Instant.parse(text))).isEqualTo(text);
    }

    @Property
    void everyMomentIsWrittenAsTheJdkWritesIt(
            @ForAll @LongRange(min = -99_999_999_999L, max = 299_999_999_999L) long second,
            @ForAll @LongRange(min = 0, max = 999) long part,
            @ForAll @IntRange(min = 0, max = 3) int unit) {
        Instant moment = Instant.ofEpochSecond(second, part * new int[] {0, 1, 1_000, 1_000_000}[unit]);

        assertThat(Moments.text(moment)).isEqualTo(moment.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "yesterday",
                "2026-02-05",
                "2026-02-30T00:00:00Z",
                "2026-02-05T25:00:00Z",
                "2026-02-05T17:03:21.1234567890Z",
                "2026-02-05T17:03:21,5Z",
                "2026-02-05T17:03:2١Z"
            })
    void whatIsNoMomentIsRefused(String text) {
        assertThatThrownBy(() -> Moments.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
