package dev.segue.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.local.history.ServedAnswers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T14:32:05Z");
    private static final Waiting.ForCatalogue LIMIT =
            new Waiting.ForCatalogue(UNTIL, "Notion: its limit is reached (429)", true);
    private static final Waiting.ForCatalogue FULL = new Waiting.ForCatalogue(UNTIL, "the disk is full", false);

    private Optional<Waiting> says = Optional.empty();
    private final AtomicInteger asked = new AtomicInteger();
    private final Patience patience = new Patience(
            () -> {
                asked.incrementAndGet();
                return says;
            },
            Patience.STALLED,
            0);

    @Test
    void aRunThatBringsNothingForTwoMinutesIsStuck() {
        int second = 0;
        while (!patience.over(seconds(second)) && second < 3_600) {
            assertThat(patience.waiting(seconds(second++))).isEmpty();
        }

        assertThat(second).isEqualTo(121);
    }

    @Test
    void aRunWhoseCatalogueWaitsIsNotStuckHoweverLong() {
        says = Optional.of(LIMIT);

        for (int second = 4; second < 4 * 3_600; second++) {
            assertThat(patience.waiting(seconds(second))).contains(LIMIT);
            assertThat(patience.over(seconds(second))).isFalse();
        }
    }

    @Test
    void aRunWhoseCatalogueIsFullIsStuckAfterTwoMinutesAndItIsKnownWhy() {
        says = Optional.of(FULL);

        int second = 4;
        while (!patience.over(seconds(second)) && second < 3_600) {
            assertThat(patience.waiting(seconds(second++))).contains(FULL);
        }

        assertThat(second).isEqualTo(121);
        assertThat(patience.waited()).contains(FULL);
    }

    @Test
    void asLongAsThereIsNewsNobodyIsAsked() {
        for (int second = 0; second < 600; second += 2) {
            patience.news(seconds(second));
            assertThat(patience.waiting(seconds(second + 1))).isEmpty();
        }

        assertThat(asked).hasValue(0);
    }

    @Test
    void whatIsPutOffForLongerThanARunMayBeSilentComesTooLate() {
        assertThat(patience.endsBefore(Duration.ofMinutes(2), 0)).isFalse();
        assertThat(patience.endsBefore(Duration.ofSeconds(121), 0)).isTrue();
        assertThat(patience.endsBefore(Duration.ofSeconds(60), seconds(61))).isTrue();

        patience.news(seconds(61));

        assertThat(patience.endsBefore(Duration.ofSeconds(60), seconds(61))).isFalse();
    }

    @Test
    void theTimeInWhichSomethingIsKnownToBeWaitedForIsNoSilence() {
        patience.known(seconds(100));

        assertThat(patience.over(seconds(219))).isFalse();
        assertThat(patience.over(seconds(221))).isTrue();
    }

    @Test
    void whatIsWaitedForIsReadFromSyncService() {
        try (var sync = new ServedAnswers()) {
            sync.with(
                    "/catalogue/state",
                    200,
                    "{\"until\":\"2026-11-22T14:32:05Z\",\"reason\":\"" + LIMIT.reason() + "\",\"limited\":true}");
            var state = new CatalogueState(sync.port(), Optional.of("token"));

            assertThat(state.get()).contains(LIMIT);
            sync.with(
                    "/catalogue/state",
                    200,
                    "{\"until\":\"2026-11-22T14:32:05Z\",\"reason\":\"the disk is full\",\"limited\":false}");
            assertThat(state.get()).contains(FULL);
            sync.with("/catalogue/state", 200, "{}");
            assertThat(state.get()).isEmpty();
            sync.with("/catalogue/state", 503, "busy");
            assertThat(state.get()).isEmpty();
        }
    }

    @Test
    void whetherAudioIsMadeIsReadFromProcessingService() {
        try (var processing = new ServedAnswers()) {
            processing.with(
                    "/jobs",
                    200,
                    "{\"processed\":{\"IMPORTED\":3},\"open\":{\"spotify:a\":\"found\",\"spotify:b\":\"tagged\"}}");
            var state = new AudioState(processing.port(), Optional.of("token"));

            assertThat(state.get()).contains(new Waiting.ForAudio(2));
            processing.with("/jobs", 200, "{\"processed\":{},\"open\":{}}");
            assertThat(state.get()).isEmpty();
            processing.with("/jobs", 200, "{}");
            assertThat(state.get()).isEmpty();
            processing.with("/jobs", 503, "busy");
            assertThat(state.get()).isEmpty();
        }
    }

    @Test
    void itIsSaidOnceForWhatAndUntilWhen() {
        var out = new ByteArrayOutputStream();
        var lines = new ProgressLines(new PrintStream(out, true, StandardCharsets.UTF_8), 10);

        lines.waiting(LIMIT);
        lines.waiting(LIMIT);

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(LIMIT.words(UNTIL.minusSeconds(90), ZoneOffset.UTC))
                .isEqualTo("the catalogue waits until 14:32:05 (Notion: its limit is reached (429))");
        assertThat(LIMIT.words(UNTIL.minus(Duration.ofDays(1)), ZoneOffset.UTC))
                .isEqualTo("the catalogue waits until 2026-11-22 14:32 (Notion: its limit is reached (429))");
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
