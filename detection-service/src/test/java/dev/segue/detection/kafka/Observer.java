package dev.segue.detection.kafka;

import static dev.segue.testkit.Wiretap.about;
import static io.restassured.RestAssured.given;

import dev.segue.detection.MovableClock;
import dev.segue.library.Hint;
import dev.segue.library.TrackId;
import dev.segue.library.fact.DetectionStatus;
import dev.segue.library.fact.DetectionStatus.State;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.FetchRequested;
import dev.segue.library.fact.FetchRequested.Reason;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.Wire;
import dev.segue.testkit.Wiretap;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/// Who asks the running service for detections, and hears what comes of them. For one thread.
final class Observer implements AutoCloseable {

    /// After that no call counts any more.
    static final Duration A_DAY = Duration.ofHours(24).plusMinutes(11);

    final Wiretap wire = new Wiretap(setting("kafka.bootstrap.servers"));

    static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /// Logs in to `service`, as a browser does it at the running service.
    static void logIn(String service) {
        String page = given().redirects().follow(false).get("/login/" + service).header("Location");
        String back = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(URI.create(page))
                .header("Location");
        given().urlEncodingEnabled(false)
                .get("/login/" + service + "?" + URI.create(back).getRawQuery())
                .then()
                .statusCode(200);
    }

    /// Asks for a detection, and gives the run's id.
    String detect(String body) {
        return given().contentType("application/json")
                .body(body)
                .when()
                .post("/detections")
                .then()
                .statusCode(202)
                .extract()
                .path("runId");
    }

    String detectSource(String source) {
        return detect("{\"source\": \"" + source + "\"}");
    }

    /// @param named by name, id or URL
    String detectPlaylist(String named) {
        return detect("{\"source\": \"PLAYLIST\", \"playlist\": \"" + named + "\"}");
    }

    /// Asks for a track, as metadata-service does.
    void request(TrackId id, String run) {
        wire.say(
                new FetchRequested(id, Reason.MISSING, Hint.of(id), Optional.empty(), Optional.empty(), Instant.now()),
                run);
    }

    /// How the run stands once it is more than accepted.
    DetectionStatus over(String run) {
        return status(run, now -> now.state() != State.ACCEPTED);
    }

    /// How the run stands once nothing is to be asked for it any more.
    DetectionStatus settled(String run) {
        return status(run, Observer::isSettled);
    }

    /// The same, while the service's clock runs fast.
    DetectionStatus settled(String run, MovableClock clock) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).pollInSameThread().until(() -> {
            clock.advance(Duration.ofSeconds(30));
            return !wire.await(0, is(run, Observer::isSettled)).isEmpty();
        });
        return settled(run);
    }

    /// How the run stands once it waits for the API.
    DetectionStatus waiting(String run) {
        return status(run, now -> now.askAgain().isPresent());
    }

    /// What the run has said in `topic`, at least `count` of it.
    <F extends Fact> List<F> said(Class<F> type, Topic topic, String run, int count) {
        return wire.await(count, about(topic, run)).stream()
                .map(sent -> Wire.read(type, sent.value()))
                .toList();
    }

    private DetectionStatus status(String run, Predicate<DetectionStatus> wanted) {
        return Wire.read(
                DetectionStatus.class, wire.await(1, is(run, wanted)).getLast().value());
    }

    private static boolean isSettled(DetectionStatus run) {
        return run.state() != State.ACCEPTED && run.askAgain().isEmpty();
    }

    private static Predicate<ConsumerRecord<String, byte[]>> is(String run, Predicate<DetectionStatus> wanted) {
        return about(Topic.DETECTION_STATUS, run)
                .and(sent -> wanted.test(Wire.read(DetectionStatus.class, sent.value())));
    }

    @Override
    public void close() {
        wire.close();
    }
}
