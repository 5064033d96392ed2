package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.testkit.spotify.SpotifyStandIn;
import java.io.IOException;
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

    /// Calls of the web API; those for a token do not count.
    static long calls(SpotifyStandIn spotify) {
        return spotify.calls().counts().byEndpoint().entrySet().stream()
                .filter(calls -> calls.getKey().contains(" /v1/"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
