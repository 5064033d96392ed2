package dev.segue.detection.login;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.segue.detection.AccessTokens;
import dev.segue.detection.AccessTokens.Access;
import dev.segue.library.fact.ApiStatus.Api;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = BrokerAndSpotify.class, restrictToAnnotatedClass = true)
class LogInIT {

    @Inject
    AccessTokens tokens;

    @Test
    void browserIsLedToTheServiceAndBack() {
        String page = given().redirects()
                .follow(false)
                .when()
                .get("/login/spotify")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String back = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .when()
                .get(URI.create(page))
                .then()
                .statusCode(302)
                .extract()
                .header("Location");

        assertThat(back).matches("http://127\\.0\\.0\\.1:\\d+/login/spotify\\?code=.*");
        given().urlEncodingEnabled(false)
                .when()
                .get(URI.create(back))
                .then()
                .statusCode(200)
                .body(containsString("Segue may now see your Spotify"));
        assertThat(tokens.access(Api.SPOTIFY)).isInstanceOf(Access.Granted.class);
        when().get("/sources")
                .then()
                .body("logins[0].standing", equalTo("GOOD"))
                .body("logins[1].standing", equalTo("NOT_CONFIGURED"));
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
