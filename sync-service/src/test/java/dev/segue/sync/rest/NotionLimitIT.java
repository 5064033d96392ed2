package dev.segue.sync.rest;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Problem;
import dev.segue.sync.kafka.KafkaBroker;
import dev.segue.sync.notion.LimitedNotion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What people hear while Notion takes no calls.
@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
@WithTestResource(LimitedNotion.class)
class NotionLimitIT {

    @Test
    void whoAsksForTheCatalogueIsToldUntilWhen() {
        Instant latest = Instant.now().plusSeconds(LimitedNotion.SECONDS);

        var answer = when().get("/catalogue").then().statusCode(503).extract();

        assertThat(answer.contentType()).startsWith(Problem.MEDIA_TYPE);
        int seconds = Integer.parseInt(answer.header("Retry-After"));
        assertThat(seconds).isBetween(LimitedNotion.SECONDS - 300, LimitedNotion.SECONDS);
        String detail = answer.path("detail");
        assertThat(detail).startsWith("Notion: its limit is reached (429); it can be asked again at ");
        assertThat(Instant.parse(detail.substring(detail.lastIndexOf(' ') + 1)))
                .isBetween(latest.minus(Duration.ofMinutes(5)), latest.plusSeconds(1));
    }
}
