package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.sync.Enriched;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What becomes of a property that the database lacks when the service starts again.
class LackingPropertyTest extends AtTheDesk {

    @Test
    void whatTheDatabaseLacksCostsNoCallAfterARestart() {
        desk.schema("{\"Tempo\": {\"name\": \"Pulse\"}}");
        desk.schema("{\"Pulse\": null}");
        desk.sync(Enriched.track(1));
        desk.notion.clock().advance(Duration.ofMinutes(1));
        desk.restart();
        desk.control("POST", "/__control/reset", "");

        desk.sync(Enriched.track(1));

        assertThat(desk.control("GET", "/__control/calls", "").path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void aPropertyThatIsDeletedMakesNoPageToBeWritten() {
        desk.sync(Enriched.track(1), Enriched.track(2), Enriched.track(3));
        desk.schema("{\"Tempo\": null}");
        desk.control("POST", "/__control/reset", ""); // the clock, too
        desk.notion.clock().advance(Duration.ofMinutes(1));

        desk.sync(Enriched.track(1), Enriched.track(2), Enriched.track(3));

        assertThat(desk.control("GET", "/__control/calls", "").path("byEndpoint"))
                .isEqualTo(Desk.json("{\"GET /v1/data_sources/{data_source_id}\": 1,"
                        + " \"POST /v1/data_sources/{data_source_id}/query\": 1}"));
    }

    @Test
    void whatWasAddedWhileTheServiceDidNotRunIsWritten() {
        desk.schema("{\"Tempo\": null}");
        desk.sync(Enriched.track(1));
        desk.notion.clock().advance(Duration.ofMinutes(1));
        desk.schema("{\"Tempo\": {\"number\": {}}}");
        desk.restart();

        desk.sync(Enriched.track(1));

        assertThat(desk.page(1).at("/properties/Tempo/number").asDouble()).isEqualTo(120.001);
    }

    @Test
    void whatWasAddedWhileTheServiceDidNotRunIsWrittenIntoTheFirstNewPage() {
        desk.schema("{\"Tempo\": null}");
        desk.sync(Enriched.track(1));
        desk.schema("{\"Tempo\": {\"number\": {}}}");
        desk.restart();

        desk.sync(Enriched.track(2));

        assertThat(desk.page(2).at("/properties/Tempo/number").asDouble()).isEqualTo(120.002);
    }
}
