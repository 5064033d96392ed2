package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.local.system.Part;
import dev.segue.testkit.spotify.SpotifyStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/// What leads the packaged services to Spotify's stand-in.
final class SpotifySettings {

    private SpotifySettings() {}

    /// @param more settings besides, by their environment names
    static Map<String, String> of(SpotifyStandIn spotify, Map<String, String> more) {
        var settings = new HashMap<String, String>();
        settings.put("SEGUE_SPOTIFY_BASE_URL", spotify.address() + "/v1");
        settings.put("SEGUE_SPOTIFY_ACCOUNTS_URL", spotify.address().toString());
        settings.put("SEGUE_SPOTIFY_CLIENT_ID", SpotifyStandIn.APP);
        settings.put("SEGUE_SPOTIFY_CLIENT_SECRET", SpotifyStandIn.APP);
        settings.put("SEGUE_SPOTIFY_PER_SECOND", "1000");
        settings.putAll(more);
        return settings;
    }

    /// Takes away the limit of half a minute, whose 429 would be calls as well.
    static void hurry(SpotifyStandIn spotify) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var mode = HttpRequest.newBuilder(spotify.address().resolve("/__control/mode"))
                    .POST(HttpRequest.BodyPublishers.ofString("{\"perThirtySeconds\": null}"))
                    .build();
            assertThat(http.send(mode, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    /// Logs in at the running detection-service, as a browser does.
    static void logIn(WholeSystem system) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI login = URI.create("http://127.0.0.1:" + system.port(Part.DETECTION) + "/login/spotify");
            URI back = location(http, location(http, login));
            assertThat(http.send(get(back), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static URI location(HttpClient http, URI page) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(get(page), HttpResponse.BodyHandlers.ofString());
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static HttpRequest get(URI page) {
        return HttpRequest.newBuilder(page)
                .header("Authorization", "Bearer " + WholeSystem.TOKEN)
                .build();
    }

    /// Calls of the web API; those for a token do not count.
    static long calls(SpotifyStandIn spotify) {
        return spotify.calls().counts().byEndpoint().entrySet().stream()
                .filter(calls -> calls.getKey().contains(" /v1/"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
