package dev.segue.detection.spotify;

import dev.segue.detection.AccessTokens;
import dev.segue.detection.DetectionConfig;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.testkit.spotify.SpotifyStandIn;
import io.restassured.RestAssured;
import java.util.Optional;

/// The right of the stand-in's one app, without a person.
final class AppsToken implements AccessTokens {

    private final String accounts;
    private Optional<Access> held = Optional.empty();

    AppsToken(DetectionConfig config) {
        this.accounts = config.spotify().accountsUrl().toString();
    }

    @Override
    public Access access(Api api) {
        Access access = held.orElseGet(this::fetched);
        held = Optional.of(access);
        return access;
    }

    @Override
    public void refused(Api api, String token) {
        held = Optional.empty();
    }

    private Access fetched() {
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
