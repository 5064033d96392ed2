package dev.segue.detection.kafka;

import static dev.segue.detection.kafka.BrokerWithAnUnfinishedRun.HOPELESS;
import static dev.segue.detection.kafka.BrokerWithAnUnfinishedRun.LIKED;
import static dev.segue.detection.kafka.BrokerWithAnUnfinishedRun.UNFINISHED;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BrokerWithAnUnfinishedRun.class, restrictToAnnotatedClass = true)
class DetectTracksIT {

    private Observer observer;

    @BeforeEach
    void listen() {
        observer = new Observer();
    }

    @AfterEach
    void hangUp() {
        observer.close();
    }

    @Test
    void runThatAKillInterruptedIsFinishedAtTheNextStart() {
        List<TrackDetected> detected = detected(LIKED, UNFINISHED);

        assertThat(detected).extracting(TrackDetected::source).containsOnly(DetectionSource.LIKED);
        assertThat(observer.over(UNFINISHED).detected()).isEqualTo(LIKED);
    }

    @Test
    void runThatCanNoLongerBeDoneIsMarkedAsFailed() {
        DetectionStatus status = observer.over(HOPELESS);

        assertThat(status.state()).isEqualTo(DetectionStatus.State.FAILED);
        assertThat(status.reason().orElseThrow()).contains("no playlist \"gone\"");
    }

    @Test
    void wholeBackupIsDetectedOnceATrack() {
        String run = observer.detect("{\"source\": \"BACKUP\"}");

        DetectionStatus status = observer.over(run);

        List<TrackDetected> detected = detected(status.detected(), run);
        assertThat(detected).hasSizeGreaterThanOrEqualTo(LIKED).doesNotHaveDuplicates();
        assertThat(detected).extracting(TrackDetected::id).doesNotHaveDuplicates();
        when().get("/detections/{run}", run)
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("detected", equalTo(status.detected()));
    }

    @Test
    void trackIsDetectedByItsUrl() {
        String run = observer.detect(
                "{\"source\": \"SINGLE\", \"url\": \"https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=x\"}");

        TrackDetected detected = detected(1, run).getFirst();

        assertThat(detected.id()).hasToString("spotify:4uLU6hMCjMI75M1A2tKUQC");
        assertThat(detected.source()).isEqualTo(DetectionSource.SINGLE);
    }

    @Test
    void limitIsKept() {
        String run = observer.detect("{\"source\": \"liked\", \"limit\": 3}");

        assertThat(observer.over(run).detected()).isEqualTo(3);
    }

    @Test
    void requestThatMakesNoSenseIsRefusedWithItsReason() {
        refused("{}", 400).body("detail", equalTo("\"source\" is missing"));
        refused("{\"source\": \"RADIO\"}", 400).body("detail", containsString("must be one of"));
        refused("{\"source\": \"SINGLE\", \"url\": \"https://evil.example/track/4uLU6hMCjMI75M1A2tKUQC\"}", 400)
                .body("detail", containsString("not a page of open.spotify.com"));
        refused("{\"source\": \"PLAYLIST\", \"playlist\": \"Winter\"}", 404)
                .body("detail", containsString("no playlist \"Winter\""));
        refused("{not json", 400).body("detail", containsString("cannot be read"));
        refused("[]", 400).body("detail", containsString("the body is not what is expected"));
        refused("null", 400).body("detail", equalTo("the body is missing"));
        refused("", 400).body("detail", equalTo("the body is missing"));
        when().get("/detections/nobody").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void sourcesSayThatNoApiIsAsked() {
        when().get("/sources")
                .then()
                .statusCode(200)
                .body("apis[0].configured", equalTo(false))
                .body("backup.files", equalTo(2));

        var said = observer.wire
                .await(1, sent -> sent.topic().equals(Topic.API_STATUS.topic()))
                .getFirst();
        assertThat(Wire.read(ApiStatus.class, said.value()).configured()).isFalse();
    }

    private static ValidatableResponse refused(String body, int status) {
        return given().contentType("application/json")
                .body(body)
                .when()
                .post("/detections")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    private List<TrackDetected> detected(int count, String run) {
        return observer.said(TrackDetected.class, Topic.TRACK_DETECTED, run, count);
    }
}
