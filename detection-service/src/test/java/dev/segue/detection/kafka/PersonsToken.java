package dev.segue.detection.kafka;

import dev.segue.detection.DetectionConfig;
import dev.segue.detection.HeldToken;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.URI;

/// Logs in to the stand-in as its one person, with code and secret.
@Alternative
@Singleton
class PersonsToken extends HeldToken {

    private static final String APP = "segue-demo";
    private static final String REDIRECT = "http://127.0.0.1:8081/login/spotify/callback";
    private static final String SCOPES =
            "user-read-currently-playing user-library-read playlist-read-private playlist-read-collaborative";

    PersonsToken(DetectionConfig config) {
        super(() -> login(config.spotify().accountsUrl()));
    }

    private static Access login(URI accounts) {
        Response consent = RestAssured.given()
                .redirects()
                .follow(false)
                .queryParam("client_id", APP)
                .queryParam("response_type", "code")
                .queryParam("redirect_uri", REDIRECT)
                .queryParam("scope", SCOPES)
                .get(accounts + "/authorize");
        String code = consent.header("Location").replaceAll(".*[?&]code=([^&]*).*", "$1");
        String token = RestAssured.given()
                .auth()
                .preemptive()
                .basic(APP, APP)
                .formParam("grant_type", "authorization_code")
                .formParam("code", code)
                .formParam("redirect_uri", REDIRECT)
                .post(accounts + "/api/token")
                .path("access_token");
        return new Access.Granted(token, true);
    }
}
