package dev.segue.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Instant FIRST = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void pausesGrowToAnHourAndEndAfterADay() {
        List<Instant> asked = new ArrayList<>();
        Optional<Instant> next = Optional.of(FIRST);

        while (next.isPresent()) {
            asked.add(next.get());
            next = Patience.of(Optional.of(FIRST), next.get()).next();
        }

        assertThat(asked)
                .startsWith(FIRST, after(1), after(2), after(4), after(8), after(16), after(32), after(64), after(124))
                .hasSizeBetween(28, 34);
        assertThat(asked.getLast()).isBetween(FIRST.plus(Duration.ofHours(24)), FIRST.plus(Duration.ofHours(25)));
    }

    @Test
    void clockThatWasSetBackBeginsAnew() {
        Instant before = FIRST.minus(Duration.ofDays(3));

        Patience patience = Patience.of(Optional.of(FIRST), before);

        assertThat(patience.since()).isEqualTo(before);
        assertThat(patience.next()).contains(before.plus(Duration.ofMinutes(1)));
    }

    private static Instant after(int minutes) {
        return FIRST.plus(Duration.ofMinutes(minutes));
    }
}
