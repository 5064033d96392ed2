package dev.segue.library.history;

import static dev.segue.library.history.Playlists.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {

    private final Timeline timeline = new Timeline(
            "Mix",
            List.of(
                    Snapshot.of("Mix", Instant.parse("2026-03-02T00:00:00Z"), Snapshot.OBSERVED, List.of()),
                    snapshot("01-01", "a"),
                    snapshot("02-01", "ab")));

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,                    -,                    02-01/Mix.csv, observed
            -,                    2026-02-01,           01-01/Mix.csv, 02-01/Mix.csv
            2026-01-01,           -,                    01-01/Mix.csv, observed
            2026-01-15,           2026-02-28,           01-01/Mix.csv, 02-01/Mix.csv
            2026-01-01T12:00:00Z, 2026-02-01T11:59:59Z, 01-01/Mix.csv, 01-01/Mix.csv
            01-01/Mix.csv,        observed,             01-01/Mix.csv, observed
            OBSERVED,             02-01/Mix.csv,        observed,      02-01/Mix.csv
            Mix.csv,              -,                    02-01/Mix.csv, observed
            """)
    void aSnapshotIsNamedByDateMomentFileOrWhoShowedIt(
            @Nullable String from, @Nullable String to, String first, String second) {
        assertThat(choose(from, to)).isInstanceOfSatisfying(Choice.Two.class, two -> {
            assertThat(two.from().source()).isEqualTo(first);
            assertThat(two.to().source()).isEqualTo(second);
        });
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2025-12-31, -,          'the first snapshot of "Mix" is of 2026-01-01T12:00:00Z'
            -,          2026-01-01, 'there is no snapshot of "Mix" before 2026-01-01T12:00:00Z (01-01/Mix.csv)'
            other.csv,  -,          'there is no snapshot "other.csv" of "Mix"'
            """)
    void aSnapshotThatIsNotThereIsNamed(@Nullable String from, @Nullable String to, String why) {
        assertThat(choose(from, to)).isEqualTo(new Choice.Missing(why));
    }

    @Test
    void aDateThatDoesNotExistIsNotUnderstood() {
        assertThat(choose("2026-02-30", "observed")).isInstanceOf(Choice.Unclear.class);
    }

    @Test
    void aFileThatIsCalledLikeADateIsFound() {
        var dated = new Timeline("2026", List.of(Snapshot.of("2026", Instant.EPOCH, "2026-01-31.csv", List.of())));

        assertThat(dated.choose(new Choice.Question(Optional.of("2026-01-31.csv"), Optional.empty())))
                .isInstanceOf(Choice.Two.class);
    }

    private Choice choose(
            @org.jspecify.annotations.Nullable String from, @org.jspecify.annotations.Nullable String to) {
        return timeline.choose(new Choice.Question(Optional.ofNullable(from), Optional.ofNullable(to)));
    }
}
