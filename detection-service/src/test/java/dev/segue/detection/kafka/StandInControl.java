package dev.segue.detection.kafka;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// The stand-in's control endpoints.
record StandInControl(String address) {

    void reset() {
        done(given().body("{}").post(address + "/__control/reset"));
    }

    void fault(String json) {
        done(given().body(json).post(address + "/__control/faults"));
    }

    void advance(Duration by) {
        done(given().body("{\"advance\": \"" + by.toSeconds() + "s\"}").post(address + "/__control/clock"));
    }

    void change(String json) {
        done(given().body(json).post(address + "/__control/entries"));
    }

    void mode(String json) {
        done(given().body(json).post(address + "/__control/mode"));
    }

    void play(String json) {
        done(given().body(json).put(address + "/__control/now-playing"));
    }

    void revokeTokens() {
        done(given().delete(address + "/__control/tokens"));
    }

    void show(String playlist, String csv) {
        done(given().body(csv.getBytes(StandardCharsets.UTF_8))
                .queryParam("playlist", playlist)
                .put(address + "/__control/library"));
    }

    void showAs(String owner, String playlist, String csv) {
        done(given().body(csv.getBytes(StandardCharsets.UTF_8))
                .queryParam("playlist", playlist)
                .queryParam("owner", owner)
                .queryParam("public", true)
                .put(address + "/__control/library"));
    }

    /// How many playlists the person sees in the list of theirs.
    int playlists() {
        return given().get(address + "/__control/state").path("playlists.size()");
    }

    /// Calls of the web API; those of the login do not count.
    int calls() {
        return byEndpoint().entrySet().stream()
                .filter(calls -> calls.getKey().contains(" /v1/"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// Calls of any kind, those of the login, too.
    int allCalls() {
        return given().get(address + "/__control/calls").path("total");
    }

    int calls(String endpoint) {
        return byEndpoint().getOrDefault(endpoint, 0);
    }

    private Map<String, Integer> byEndpoint() {
        return given().get(address + "/__control/calls").path("byEndpoint");
    }

    private static void done(Response response) {
        response.then().statusCode(200);
    }
}
