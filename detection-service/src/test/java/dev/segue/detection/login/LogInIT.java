package dev.segue.detection.login;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.segue.detection.AccessTokens;
import dev.segue.detection.AccessTokens.Access;
import dev.segue.detection.NowPlaying;
import dev.segue.detection.Outcome;
import dev.segue.detection.Spotify;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.library.fact.DetectionSource;
import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackDetected;
import dev.segue.library.fact.Wire;
import dev.segue.testkit.Wiretap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BrokerAndSpotify.class, restrictToAnnotatedClass = true)
class LogInIT {

    @Inject
    AccessTokens tokens;

    @Inject
    NowPlaying playing;

    @Inject
    Spotify spotify;

    @Test
    void browserIsLedToTheServiceAndBack() {
        String back = consent();

        assertThat(back).matches("http://127\\.0\\.0\\.1:\\d+/login/spotify\\?code=.*");
        visit(back).statusCode(200).body(containsString("Segue may now see your Spotify"));
        assertThat(tokens.access(Api.SPOTIFY)).isInstanceOf(Access.Granted.class);
        when().get("/sources")
                .then()
                .body("logins[0].standing", equalTo("GOOD"))
                .body("logins[1].standing", equalTo("NOT_CONFIGURED"));
    }

    @Test
    void whatPlaysIsDetectedForWhoHasLoggedIn() {
        visit(consent()).statusCode(200);
        TrackId song = TrackId.ofSpotifyUri(
                        given().get(accounts() + "/__control/state").path("liked[0].uri"))
                .orElseThrow();
        try (var wire = new Wiretap(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class))) {
            play("{}");
            // the gate opens when all is remembered
            await().atMost(Duration.ofMinutes(1)).until(() -> playing.look().equals(Duration.ofMinutes(1)));
            play("{\"tracks\": [\"" + song.key() + "\"], \"progress\": \"1s\"}");
            playing.look();

            TrackDetected asked = detected(wire, 1).getFirst();
            play("{\"tracks\": [\"" + song.key() + "\"], \"progress\": \""
                    + half(song).toMillis() + "ms\"}");
            playing.look();
            List<TrackDetected> listened = detected(wire, 2);

            assertThat(asked.id()).isEqualTo(song);
            assertThat(listened).extracting(TrackDetected::id).containsOnly(song);
            assertThat(listened).extracting(TrackDetected::source).containsOnly(DetectionSource.CURRENT);
        }
    }

    private Duration half(TrackId song) {
        return spotify.track(song) instanceof Outcome.Answer<Track>(Track track)
                ? track.duration().orElseThrow().dividedBy(2)
                : fail("no " + song);
    }

    private List<TrackDetected> detected(Wiretap wire, int count) {
        if (count == 1) {
            given().contentType("application/json")
                    .body("{\"source\": \"CURRENT\"}")
                    .post("/detections")
                    .then()
                    .statusCode(202);
        }
        return wire.await(count, sent -> sent.topic().equals(Topic.TRACK_DETECTED.topic())).stream()
                .map(sent -> Wire.read(TrackDetected.class, sent.value()))
                .toList();
    }

    private static String accounts() {
        return ConfigProvider.getConfig().getValue("segue.spotify.accounts-url", String.class);
    }

    private static void play(String what) {
        given().body(what).put(accounts() + "/__control/now-playing").then().statusCode(200);
    }

    private static String consent() {
        String page = given().redirects()
                .follow(false)
                .when()
                .get("/login/spotify")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .when()
                .get(URI.create(page))
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
    }

    private static ValidatableResponse visit(String page) {
        return given().urlEncodingEnabled(false).when().get(URI.create(page)).then();
    }

    @Test
    void answerThatWasNotAskedForIsRefused() {
        when().get("/login/spotify?code=x&state=<script>")
                .then()
                .statusCode(400)
                .body(containsString("not the answer to a login"));
    }

    @Test
    void loginThatCannotBeSaysWhy() {
        when().get("/login/soundcloud")
                .then()
                .statusCode(404)
                .body(containsString("segue.soundcloud.client-id is not set"));
        when().get("/login/deezer").then().statusCode(404).body(containsString("only spotify or soundcloud"));
        assertThat(tokens.access(Api.SOUNDCLOUD)).isInstanceOf(Access.NeedsLogin.class);
    }
}
