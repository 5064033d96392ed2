package dev.segue.sync.kafka;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.segue.sync.Enriched;
import dev.segue.testkit.Wiretap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// A remediation over HTTP, as a person asks for it.
@QuarkusTest
@QuarkusTestResource(KafkaBroker.class)
@QuarkusTestResource(MetadataService.class)
class RemediationIT {

    private static final String HOSTILE = "=cmd|'/c calc'!A0 <script>alert(1)</script>";

    @Test
    void theCatalogueIsHeldAgainstWhatIsKnownAndPutRight() {
        try (var wire = new Wiretap(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class))) {
            wire.say(Enriched.track(70).titled(HOSTILE).fact(), "remedied");
            wire.await(
                    1,
                    record -> record.topic().equals("track-synced")
                            && Enriched.id(70).toString().equals(record.key()));
        }

        String report = ended("{\"fix\": false}");

        when().get("/remediations/" + report)
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("fix", equalTo(false))
                .body("counts.noPage", equalTo(1))
                .body("findings.find { it.kind == 'DIFFERENT' }.field", equalTo("title"))
                .body("findings.find { it.kind == 'DIFFERENT' }.catalogue", equalTo(HOSTILE))
                .body("findings.find { it.kind == 'DIFFERENT' }.known", equalTo("Title 70"));
        String csv = when().get("/remediations/" + report + ".csv").asString();
        String html = when().get("/remediations/" + report + ".html").asString();
        assertThat(csv).contains("'=cmd|").doesNotContain(",=cmd").doesNotContain("\"=cmd");
        assertThat(html).contains("&lt;script&gt;").contains("Title 70").doesNotContain("<script>");
        assertThat(html)
                .as("a row's page is its track: once each")
                .containsOnlyOnce(Enriched.id(70).toString());
        when().get("/remediations/" + ended("{\"fix\": true}")).then().body("counts.fixed", equalTo(2));
        when().get("/remediations/" + ended(""))
                .then()
                .body("counts.different", equalTo(0))
                .body("counts.noPage", equalTo(0));
    }

    @Test
    void aRemediationThatIsNotThereIsAProblem() {
        when().get("/remediations/nowhere")
                .then()
                .statusCode(404)
                .body("detail", equalTo("there is no remediation nowhere"));
    }

    private static String ended(String body) {
        var request = given().header("Content-Type", "application/json");
        String id = (body.isEmpty() ? request : request.body(body))
                .when()
                .post("/remediations")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> when().get("/remediations/" + id).path("state").equals("DONE"));
        return id;
    }
}
