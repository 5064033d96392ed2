package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.sync.CatalogueUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was remembered with a clock that is put back by a day.
class ClockPutBackTest {

    private static final Duration SETTLING = Duration.ofSeconds(5);

    @TempDir
    private Path directory;

    private Memory memory;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @BeforeEach
    void remember() {
        memory = Memory.at(directory.resolve("notion.json"), "source", Map.of());
    }

    @Test
    void aDoubtIsOverWhenACallCanNoLongerBeUnderWay() {
        var doubt = new Doubt(memory, () -> now, SETTLING);
        doubt.begin("a page");

        now = now.minus(Duration.ofDays(1));

        assertThatThrownBy(() -> doubt.check("a page")).isInstanceOf(CatalogueUnavailable.class);
        now = now.plusSeconds(65);
        doubt.check("a page");
    }

    @Test
    void nothingIsKnownOfAPauseSoNotionIsAsked() {
        Gate gate = Gate.of(memory, () -> now);
        gate.close(new Reply.Busy(Duration.ofMinutes(1), "later", true));
        assertThat(gate.refusal()).isPresent();

        now = now.minus(Duration.ofDays(1));

        assertThat(gate.refusal()).isEmpty();
        assertThat(Gate.of(memory, () -> now).refusal()).isEmpty();
    }
}
