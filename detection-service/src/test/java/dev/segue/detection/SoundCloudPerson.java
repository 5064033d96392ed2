package dev.segue.detection;

import dev.segue.testkit.soundcloud.SoundCloudStandIn;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;

/// The right of the stand-in's one person, who has consented.
public class SoundCloudPerson extends HeldToken {

    private static final String REDIRECT = "http://127.0.0.1:8081/login/soundcloud";
    /// A verifier and its challenge, from RFC 7636.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    public SoundCloudPerson(URI accounts) {
        super(() -> login(accounts));
    }

    private static Access login(URI accounts) {
        Response consent = RestAssured.given()
                .redirects()
                .follow(false)
                .queryParam("client_id", SoundCloudStandIn.APP)
                .queryParam("response_type", "code")
                .queryParam("redirect_uri", REDIRECT)
                .queryParam("code_challenge", CHALLENGE)
                .queryParam("code_challenge_method", "S256")
                .get(accounts + "/authorize");
        String token = RestAssured.given()
                .formParam("grant_type", "authorization_code")
                .formParam("client_id", SoundCloudStandIn.APP)
                .formParam("client_secret", SoundCloudStandIn.APP)
                .formParam("code", consent.header("Location").replaceAll(".*[?&]code=([^&]*).*", "$1"))
                .formParam("redirect_uri", REDIRECT)
                .formParam("code_verifier", VERIFIER)
                .post(accounts + "/oauth/token")
                .path("access_token");
        return new Access.Granted(token, true);
    }
}
