package dev.segue.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Until when somebody has to wait who was told that the catalogue takes nothing.
class CataloguePauseTest {

    private final CatalogueUnavailable away = new CatalogueUnavailable("away");

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final CataloguePause paused = new CataloguePause(() -> now);

    @Test
    void asLongAsTheCatalogueHasSaid() {
        paused.begin(Duration.ofSeconds(10), away);

        var until = paused.until(CatalogueUnavailable.limited("later", Duration.ofHours(1)));

        assertThat(until).contains(now.plusSeconds(3600));
    }

    @Test
    void untilTheSynchronisationTriesAgainIfTheCatalogueHasSaidNothing() {
        paused.begin(Duration.ofSeconds(10), away);

        assertThat(paused.until(away)).contains(now.plusSeconds(10));
    }

    @Test
    void aTryThatIsOverdueIsNoDate() {
        paused.begin(Duration.ofSeconds(10), away);
        now = now.plusSeconds(10);

        assertThat(paused.until(away)).isEmpty();
    }

    @Test
    void nobodyKnowsWhileNobodyHasTried() {
        assertThat(paused.until(away)).isEmpty();
    }
}
