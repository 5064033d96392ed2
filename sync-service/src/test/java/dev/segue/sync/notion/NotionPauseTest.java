package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import dev.segue.testkit.notion.NotionStandIn;
import dev.segue.testkit.standin.Fault;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// "Later", and how long that is.
class NotionPauseTest extends AtTheDesk {

    private static void assertPaused(ThrowingCallable call, int seconds) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(CatalogueUnavailable.class, away -> {
                    assertThat(away.pause()).contains(Duration.ofSeconds(seconds));
                    assertThat(away.limited()).isTrue();
                })
                .hasMessageContaining("Notion: its limit is reached");
    }

    private void limited(int seconds) {
        desk.notion.faults().add(Fault.of("*", Fault.Kind.TOO_MANY, 1).retryAfter(seconds));
        assertPaused(() -> desk.sync(Enriched.track(1)), seconds);
    }

    @Test
    void itLastsAsLongAsNotionSays() {
        limited(7321);
        desk.notion.clock().advance(Duration.ofSeconds(7321));

        assertThat(desk.sync(Enriched.track(1))).hasSize(1);
    }

    @Test
    void itHoldsForWhoeverAsks() {
        limited(3600);
        long calls = desk.notion.calls().total();
        desk.notion.clock().advance(Duration.ofSeconds(59));

        assertPaused(() -> desk.catalogue.summary(), 3541);
        assertPaused(() -> desk.catalogue.rows().next(), 3541);
        assertPaused(() -> desk.sync(Enriched.track(2)), 3541);

        assertThat(desk.notion.calls().total()).isEqualTo(calls);
    }

    @Test
    void noWayToNotionIsWaitedFor() {
        desk.notion.close();

        assertThatThrownBy(() -> desk.sync(Enriched.track(1)))
                .isInstanceOfSatisfying(
                        CatalogueUnavailable.class,
                        away -> assertThat(away.limited()).isTrue())
                .hasMessageContaining("it cannot be reached");
    }

    @Test
    void itOutlivesAKill() {
        limited(3600);
        long calls = desk.notion.calls().total();

        desk.restart();
        desk.notion.clock().advance(Duration.ofSeconds(3599));

        assertPaused(() -> desk.sync(Enriched.track(1)), 1);
        assertThat(desk.notion.calls().total()).isEqualTo(calls);
        desk.notion.clock().advance(Duration.ofSeconds(1));
        assertThat(desk.sync(Enriched.track(1))).hasSize(1);
    }

    @Test
    void itDoesNotStopTheStart() {
        desk.notion.faults().add(Fault.of("*", Fault.Kind.TOO_MANY, 1).retryAfter(60));
        var config = InitProgram.config(Map.of(
                "segue.notion.token",
                NotionStandIn.TOKEN,
                "segue.notion.base-url",
                desk.notion.address() + "/v1",
                "segue.notion.data-source",
                desk.source,
                "segue.notion.state-file",
                directory.resolve("fresh.json").toString()));

        try (var catalogue = new NotionOpening(config).open()) {
            assertThatThrownBy(catalogue::summary).isInstanceOf(CatalogueUnavailable.class);
        }
    }
}
