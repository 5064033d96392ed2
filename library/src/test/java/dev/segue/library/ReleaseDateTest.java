package dev.segue.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.ReleaseDate.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseDateTest {

    @Test
    void precisionIsKept() {
        assertThat(ReleaseDate.of("1973").precision()).isEqualTo(Precision.YEAR);
        assertThat(ReleaseDate.of("1973-01").precision()).isEqualTo(Precision.MONTH);
        assertThat(ReleaseDate.of("1973-01-01").precision()).isEqualTo(Precision.DAY);
        assertThat(ReleaseDate.of("1973")).hasToString("1973");
        assertThat(ReleaseDate.of("1973-01").year()).isEqualTo(1973);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "73",
                "2003-00-00",
                "2003-13",
                "2003-02-30",
                "2003-02-29",
                "200a",
                "2003/02",
                "2003-2-1",
                "2003-02/01",
                "-003",
                "2003-00",
                "2003-04-31",
                "7/2/2021",
                "soon"
            })
    void dayThatDoesNotExistIsNoDate(String text) {
        assertThat(ReleaseDate.parse(text)).isEmpty();
        assertThatThrownBy(() -> ReleaseDate.of(text)).hasMessageContaining('"' + text + '"');
    }

    @Test
    void leapDayExists() {
        assertThat(ReleaseDate.parse("2024-02-29")).isPresent();
        assertThat(ReleaseDate.parse("2000-02-29")).isPresent();
        assertThat(ReleaseDate.parse("1900-02-29")).isEmpty();
    }
}
