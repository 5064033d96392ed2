package dev.segue.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

    private final TimeLeft left = new TimeLeft();

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void thePaceSoFarTellsHowLongTheRestTakes() {
        assertThat(left.at(seconds(100), 10, 1010)).isEmpty();
        assertThat(left.at(seconds(102), 16, 1010)).isEmpty();
        assertThat(left.at(seconds(110), 40, 1010)).contains(Duration.ofMillis(323_333));
    }

    @Test
    void whatIsSoonDoneIsNotWorthAWord() {
        assertThat(left.at(seconds(0), 1, 1000)).isEmpty();
        assertThat(left.at(seconds(10), 900, 1000)).isEmpty();
    }

    @Test
    void aCatalogueThatStandsStillPromisesNothing() {
        assertThat(left.at(seconds(0), 5, 1000)).isEmpty();
        assertThat(left.at(seconds(600), 5, 1000)).isEmpty();
    }

    @Test
    void whileSomethingIsWaitedForNothingIsPromisedAndThenThePaceIsLearntAnew() {
        assertThat(left.at(seconds(0), 10, 1010)).isEmpty();
        assertThat(left.at(seconds(10), 40, 1010)).isPresent();
        left.waits();

        assertThat(left.at(seconds(3_600), 40, 1010)).isEmpty();
        assertThat(left.at(seconds(3_610), 60, 1010)).contains(Duration.ofSeconds(475));
    }

    @Test
    void timeIsSaidAsPeopleSayIt() {
        assertThat(TimeLeft.words(Duration.ofSeconds(45))).isEqualTo("about 45 s left");
        assertThat(TimeLeft.words(Duration.ofMinutes(43))).isEqualTo("about 43 min left");
        assertThat(TimeLeft.words(Duration.ofMinutes(200))).isEqualTo("about 3 h 20 min left");
    }
}
