package dev.segue.testkit.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.testkit.spotify.Listener.Reader;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.OpenApiDocument;
import dev.segue.testkit.standin.StandInClock;
import dev.segue.testkit.standin.oauth.Tokens;
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
            calls(listener, reader)
                    .forEach((template, path) -> mistakes.addAll(mistakes(reader, "GET", template, path)));
            changes(listener).forEach((operation, path) -> {
                String[] parts = operation.split(" ", 2);
                mistakes.addAll(mistakes(reader, parts[0], parts[1], path));
            });

            assertThat(mistakes).isEmpty();
            assertThat(listener.spotify.calls().counts().byStatus())
                    .containsKey("200")
                    .doesNotContainKey("500");
            assertThat(listener.spotify.calls().counts().byEndpoint().keySet())
                    .as("each was called")
                    .containsAll(inUse());
        }
    }

    private static List<String> mistakes(Reader reader, String method, String template, String path) {
        var reply = reader.send(method, "/v1" + path, "");
        return document.mistakes(method, template, reply).stream()
                .map(mistake -> method + " " + template + " " + reply.status() + ": " + mistake)
                .toList();
    }

    /// All endpoints but those that no app has.
    private static List<String> inUse() {
        var clock = new StandInClock();
        List<String> removed = Removed.endpoints(new Caller(new Tokens(clock), clock, Mode::ofNewApp)).stream()
                .map(Endpoint::name)
                .toList();
        return new Spotify(new Holdings(), clock)
                .endpoints().stream()
                        .filter(endpoint -> endpoint.template().startsWith("/v1"))
                        .map(Endpoint::name)
                        .filter(name -> !removed.contains(name))
                        .toList();
    }

    /// The document knows no null in these places, though it is what the real one sends.
    @Test
    void onlyLocalFilesAndVanishedTracksAreNotAsTheDocumentSays() throws IOException {
        try (Listener listener = new Listener(directory)) {
            listener.control("POST", "entries", "{\"playlist\":\"Playlist_1\",\"insert\":\"removed\"}");
            listener.control("POST", "entries", "{\"playlist\":\"Playlist_1\",\"insert\":\"local\"}");

            List<String> mistakes = mistakes(
                    listener.reader(), "GET", "/playlists/{id}/items", "/playlists/" + listener.playlist() + "/items");

            assertThat(mistakes)
                    .isNotEmpty()
                    .allSatisfy(mistake -> assertThat(mistake).containsPattern("\\$\\.items\\[[01]]\\.item"));
        }
    }

    private static Map<String, String> changes(Listener listener) {
        String track = listener.liked(0);
        var changes = new LinkedHashMap<String, String>();
        changes.put("DELETE /me/library", "/me/library?uris=spotify:track:" + track);
        changes.put("PUT /me/library", "/me/library?uris=spotify:track:" + track);
        changes.put("DELETE /me/tracks", "/me/tracks?ids=" + track);
        changes.put("PUT /me/tracks", "/me/tracks?ids=" + track);
        return changes;
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
        calls.put("/episodes/{id}", "/episodes/" + track);
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
