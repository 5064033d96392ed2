package dev.segue.detection.spotify;

import dev.segue.detection.DetectionConfig;
import dev.segue.detection.HeldToken;
import dev.segue.testkit.spotify.SpotifyStandIn;
import io.restassured.RestAssured;
import java.net.URI;

/// The right of the stand-in's one app, without a person.
final class AppsToken extends HeldToken {

    AppsToken(DetectionConfig config) {
        super(() -> fetched(config.spotify().accountsUrl()));
    }

    private static Access fetched(URI accounts) {
        String token = RestAssured.given()
                .auth()
                .preemptive()
                .basic(SpotifyStandIn.APP, SpotifyStandIn.APP)
                .formParam("grant_type", "client_credentials")
                .post(accounts + "/api/token")
                .path("access_token");
        return new Access.Granted(token, false);
    }
}
