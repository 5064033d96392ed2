package dev.segue.testkit.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.testkit.spotify.Listener.Reader;
import dev.segue.testkit.standin.OpenApiDocument;
import dev.segue.testkit.standin.StandInClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every answer against Spotify's own document.
@EnabledIfSystemProperty(named = "segue.corpus", matches = "[^$].*")
class SpotifyOpenApiTest {

    private static OpenApiDocument document;

    @TempDir
    Path directory;

    @BeforeAll
    static void read() throws IOException {
        document = OpenApiDocument.at(
                Path.of(System.getProperty("segue.corpus", "")).resolve("openapi/spotify-openapi-fixed.yml"));
    }

    @Test
    void everyEndpointIsOneOfSpotifys() {
        assertThat(new Spotify(new Holdings(), new StandInClock()).endpoints())
                .filteredOn(endpoint -> endpoint.template().startsWith("/v1"))
                .allMatch(endpoint ->
                        document.knows(endpoint.method(), endpoint.template().substring("/v1".length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "extended"})
    void everyAnswerIsAsTheDocumentSays(String mode) throws IOException {
        try (Listener listener = new Listener(directory)) {
            listener.mode("{\"mode\":\"" + mode + "\"}");
            listener.control("PUT", "now-playing", "{\"tracks\":[\"" + listener.liked(0) + "\"]}");
            listener.control("POST", "entries", "{\"playlist\":\"Playlist_1\",\"insert\":\"episode\"}");
            Reader reader = listener.reader();

            List<String> mistakes = new ArrayList<>();
            calls(listener, reader).forEach((template, path) -> {
                var reply = reader.get("/v1" + path);
                mistakes.addAll(document.mistakes("GET", template, reply).stream()
                        .map(mistake -> template + " " + reply.status() + ": " + mistake)
                        .toList());
            });

            assertThat(mistakes).isEmpty();
            assertThat(listener.spotify.calls().counts().byStatus())
                    .containsKey("200")
                    .doesNotContainKey("500");
        }
    }

    private static Map<String, String> calls(Listener listener, Reader reader) {
        String track = listener.liked(0);
        var whole = reader.json("/v1/tracks/" + track);
        String album = whole.at("/album/id").asText();
        String artist = whole.at("/artists/0/id").asText();
        var calls = new LinkedHashMap<String, String>();
        List.of("/me", "/me/tracks", "/me/playlists", "/me/albums", "/me/shows", "/me/episodes", "/me/player")
                .forEach(path -> calls.put(path, path));
        List.of("/me/player/currently-playing", "/me/player/devices", "/me/player/recently-played")
                .forEach(path -> calls.put(path, path));
        calls.put("/tracks/{id}", "/tracks/" + track);
        calls.put("/tracks", "/tracks?ids=" + track);
        calls.put("/audio-features/{id}", "/audio-features/" + track);
        calls.put("/audio-features", "/audio-features?ids=" + track);
        calls.put("/albums/{id}", "/albums/" + album);
        calls.put("/albums/{id}/tracks", "/albums/" + album + "/tracks");
        calls.put("/albums", "/albums?ids=" + album);
        calls.put("/artists/{id}", "/artists/" + artist);
        calls.put("/artists/{id}/albums", "/artists/" + artist + "/albums");
        calls.put("/artists/{id}/top-tracks", "/artists/" + artist + "/top-tracks");
        calls.put("/artists", "/artists?ids=" + artist);
        calls.put("/playlists/{id}", "/playlists/" + listener.playlist());
        calls.put("/playlists/{id}/items", "/playlists/" + listener.playlist() + "/items?limit=50");
        calls.put("/playlists/{id}/tracks", "/playlists/" + listener.playlist() + "/tracks");
        calls.put("/playlists/{id}/images", "/playlists/" + listener.playlist() + "/images");
        calls.put("/users/{id}", "/users/segue-demo");
        calls.put("/users/{id}/playlists", "/users/segue-demo/playlists");
        calls.put("/search", "/search?q=e&type=track,album,artist,playlist");
        calls.put("/me/library/contains", "/me/library/contains?uris=spotify:track:" + track);
        calls.put("/me/tracks/contains", "/me/tracks/contains?ids=" + track);
        return calls;
    }

    @Test
    void everyErrorIsAsTheDocumentSays() throws IOException {
        try (Listener listener = new Listener(directory)) {
            Reader reader = listener.reader();
            listener.mode("{\"perDay\":1}");

            assertThat(document.mistakes("GET", "/me", listener.client.get("/v1/me")))
                    .isEmpty();
            assertThat(document.mistakes("GET", "/tracks", reader.get("/v1/tracks?ids=x")))
                    .isEmpty();
            var tooMany = reader.get("/v1/me");
            assertThat(tooMany.status()).isEqualTo(429);
            assertThat(document.mistakes("GET", "/me", tooMany)).isEmpty();
        }
    }
}
