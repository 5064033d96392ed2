package dev.segue.testkit.soundcloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.standin.Client;
import dev.segue.testkit.standin.Client.Reply;
import dev.segue.testkit.standin.StandInClock;
import dev.segue.testkit.standin.oauth.Proof;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;

/// A stand-in with a library of invented songs, and somebody who calls it. The clock stands until it is advanced.
final class Fan implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final int LIKED = 130;
    static final String CALLBACK = "http://127.0.0.1:8123/callback";
    static final String VERIFIER = "v".repeat(64);

    private static final String APP = "client_id=segue-demo&client_secret=segue-demo";

    final SoundCloudStandIn soundCloud;
    final Client client;
    private String token = "";

    Fan(Path directory) throws IOException {
        SampleLibrary.write(directory, LIKED, 0, 0, 7);
        var where = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.soundCloud = SoundCloudStandIn.start(where, new StandInClock(() -> NOON), directory);
        this.client = new Client(soundCloud.address());
    }

    Fan loggedIn() {
        token = login().get("access_token").asText();
        return this;
    }

    JsonNode login() {
        return redeem(code(), VERIFIER).json();
    }

    String code() {
        String location = client.get("/authorize?client_id=segue-demo&response_type=code&state=s&redirect_uri="
                        + CALLBACK + "&code_challenge_method=S256&code_challenge=" + Proof.challenge(VERIFIER))
                .header("Location");
        return location.replaceAll(".*[?&]code=([^&]*).*", "$1");
    }

    Reply redeem(String code, String verifier) {
        return token("grant_type=authorization_code&" + APP + "&code=" + code + "&redirect_uri=" + CALLBACK
                + "&code_verifier=" + verifier);
    }

    Reply refresh(String refreshToken) {
        return token("grant_type=refresh_token&" + APP + "&refresh_token=" + refreshToken);
    }

    Reply own() {
        return token("grant_type=client_credentials&" + APP);
    }

    Reply token(String form) {
        return client.post("/oauth/token", form, "Content-Type", "application/x-www-form-urlencoded");
    }

    Reply get(String path) {
        return client.get(path, "Authorization", "OAuth " + token);
    }

    Reply send(String method, String path) {
        return client.send(client.request(method, path, "", "Authorization", "OAuth " + token)
                .build());
    }

    JsonNode state() {
        return client.get("/__control/state").json();
    }

    /// The newest like whose `field` is `value`.
    JsonNode liked(String field, String value) {
        for (JsonNode like : state().get("likes")) {
            if (like.get(field).asText().equals(value)) {
                return like;
            }
        }
        throw new AssertionError("no like with " + field + " " + value);
    }

    @Override
    public void close() {
        client.close();
        soundCloud.close();
    }
}
