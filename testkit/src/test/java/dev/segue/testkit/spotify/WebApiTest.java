package dev.segue.testkit.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.spotify.Listener.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebApiTest {

    private static final String UNKNOWN = "0".repeat(22);

    @TempDir
    Path directory;

    private Listener listener;
    private Reader reader;

    @BeforeEach
    void start() throws IOException {
        listener = new Listener(directory);
        reader = listener.reader();
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    private static List<String> uris(JsonNode items, String key) {
        List<String> uris = new ArrayList<>();
        items.forEach(item -> uris.add(item.path(key).path("uri").asText()));
        return uris;
    }

    @Test
    void likedSongsComePageByPage() {
        List<String> uris = new ArrayList<>();
        String next = "/v1/me/tracks?limit=50";
        while (!next.equals("null")) {
            JsonNode page = reader.json(next);
            uris.addAll(uris(page.get("items"), "track"));
            next = page.get("next").asText();
        }

        assertThat(uris).hasSize(Listener.LIKED).doesNotHaveDuplicates();
        assertThat(listener.spotify.calls().of("GET /v1/me/tracks")).isEqualTo(3);
    }

    @Test
    void aPageSaysWhereItIs() {
        JsonNode page = reader.json("/v1/me/tracks?offset=20&market=DE");

        assertThat(page.get("limit").asInt()).isEqualTo(20);
        assertThat(page.get("offset").asInt()).isEqualTo(20);
        assertThat(page.get("total").asInt()).isEqualTo(Listener.LIKED);
        assertThat(page.get("next").asText())
                .isEqualTo(listener.spotify.address() + "/v1/me/tracks?limit=20&market=DE&offset=40");
        assertThat(page.get("previous").asText()).endsWith("offset=0");
        assertThat(page.at("/items/0/added_at").asText()).matches("20\\d\\d-.*Z");
        assertThat(page.at("/items/0/track/is_playable").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=51", "limit=0", "limit=many", "offset=-1"})
    void aPageThatCannotBeIsRefused(String query) {
        assertThat(reader.get("/v1/me/tracks?" + query).status()).isEqualTo(400);
    }

    @Test
    void aTrackIsWhole() {
        JsonNode track = reader.json("/v1/tracks/" + listener.liked(0));

        assertThat(track.at("/external_ids/isrc").asText()).matches("[A-Z]{2}[A-Z0-9]{3}\\d{7}");
        assertThat(track.at("/album/images/0/url").asText()).startsWith("https://");
        assertThat(track.at("/album/release_date_precision").asText()).isIn("year", "day");
        assertThat(track.at("/artists/0/id").asText()).matches("[0-9A-Za-z]{22}");
        assertThat(reader.json("/v1/tracks/" + listener.liked(0))).isEqualTo(track);
    }

    @Test
    void newAppsMissFields() {
        String path = "/v1/tracks/" + listener.liked(0);

        assertThat(reader.json(path).has("popularity")).isFalse();
        assertThat(reader.json("/v1/me").has("country")).isFalse();
        listener.mode("{\"mode\":\"extended\"}");
        assertThat(reader.json(path).has("popularity")).isTrue();
        assertThat(reader.json("/v1/me").get("country").asText()).isEqualTo("DE");
    }

    @Test
    void anIdThatIsNoneIs400AndAnUnknownOneIs404() {
        assertThat(reader.get("/v1/tracks/short").json())
                .hasToString("{\"error\":{\"status\":400,\"message\":\"Invalid base62 id\"}}");
        assertThat(reader.get("/v1/tracks/" + UNKNOWN).json())
                .hasToString("{\"error\":{\"status\":404,\"message\":\"Resource not found\"}}");
        assertThat(reader.get("/v1/playlists/" + UNKNOWN).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tracks?ids=ID", "audio-features?ids=ID", "audio-features/ID", "albums?ids=ID", "artists?ids=ID"
            })
    void newAppsHaveNoBatchesAndNoFeatures(String path) {
        String asked = "/v1/" + path.replace("ID", listener.liked(0));

        assertThat(reader.get(asked).json()).hasToString("{\"error\":{\"status\":403,\"message\":\"Forbidden\"}}");
        listener.mode("{\"refusal\":404}");
        assertThat(reader.get(asked).status()).isEqualTo(404);
    }

    @Test
    void oldAppsGetNullForWhatIsUnknownInABatch() {
        listener.mode("{\"mode\":\"extended\"}");
        String first = listener.liked(0);

        for (String kind : List.of("tracks", "audio-features")) {
            JsonNode found = reader.json("/v1/" + kind + "?ids=" + UNKNOWN + "," + first)
                    .iterator()
                    .next();

            assertThat(found).hasSize(2);
            assertThat(found.get(0).isNull()).isTrue();
            assertThat(found.get(1).get("id").asText()).isEqualTo(first);
        }
    }

    @Test
    void aBatchHasItsSize() {
        listener.mode("{\"mode\":\"extended\"}");
        String fifty = String.join(",", java.util.Collections.nCopies(50, UNKNOWN));

        assertThat(reader.get("/v1/tracks?ids=" + fifty).status()).isEqualTo(200);
        assertThat(reader.get("/v1/tracks?ids=" + fifty + "," + UNKNOWN).status())
                .isEqualTo(400);
        assertThat(reader.get("/v1/tracks?ids=" + UNKNOWN + ",x").status()).isEqualTo(400);
        assertThat(reader.get("/v1/audio-features?ids=" + fifty + "," + fifty).status())
                .isEqualTo(200);
    }

    @Test
    void featuresAreThoseOfTheExport() throws IOException {
        listener.mode("{\"mode\":\"extended\"}");
        String id = listener.liked(0);
        String row = Files.readAllLines(directory.resolve("Liked_Songs.csv")).get(1);

        JsonNode features = reader.json("/v1/audio-features/" + id);

        assertThat(row).contains(id).contains("," + features.get("tempo").asText() + ",");
    }

    @Test
    void albumsAndArtistsBelongToTheTracks() {
        JsonNode track = reader.json("/v1/tracks/" + listener.liked(0));
        JsonNode album = reader.json("/v1/albums/" + track.at("/album/id").asText());
        JsonNode artist = reader.json("/v1/artists/" + track.at("/artists/0/id").asText());

        assertThat(uris(album.at("/tracks/items"), "")).isNotEmpty();
        assertThat(album.get("name")).isEqualTo(track.at("/album/name"));
        assertThat(artist.get("name")).isEqualTo(track.at("/artists/0/name"));
        assertThat(reader.json("/v1/artists/" + artist.get("id").asText() + "/albums")
                        .get("total")
                        .asInt())
                .isPositive();
    }

    @Test
    void aTrackIsFoundByItsCodeAndByItsName() {
        JsonNode track = reader.json("/v1/tracks/" + listener.liked(3));
        String isrc = track.at("/external_ids/isrc").asText();
        String artist = track.at("/artists/0/name").asText().replace(" ", "%20");

        assertThat(reader.json("/v1/search?type=track&q=isrc:" + isrc).at("/tracks/items/0/id"))
                .isEqualTo(track.get("id"));
        assertThat(uris(
                        reader.json("/v1/search?type=track,artist&q=artist:%22" + artist + "%22")
                                .at("/tracks/items"),
                        ""))
                .isNotEmpty();
        assertThat(reader.get("/v1/search?type=track&q=x&limit=11").status()).isEqualTo(400);
    }

    @Test
    void songsCanBeSavedAndRemoved() {
        String uri = "spotify:track:" + listener.liked(5);

        reader.send("DELETE", "/v1/me/library?uris=" + uri, "");
        assertThat(reader.json("/v1/me/library/contains?uris=" + uri)).hasToString("[false]");
        reader.send("PUT", "/v1/me/library?uris=" + uri, "");

        assertThat(reader.json("/v1/me/tracks?limit=1").at("/items/0/track/uri").asText())
                .isEqualTo(uri);
        assertThat(reader.json("/v1/me/tracks?limit=1").at("/items/0/added_at").asText())
                .isEqualTo("2026-11-22T12:00:00Z");
    }

    @Test
    void oldAppsSendIdsInTheQueryOrInABody() {
        listener.mode("{\"mode\":\"extended\"}");
        String id = listener.liked(5);

        for (String body : List.of("[\"" + id + "\"]", "{\"ids\":[\"" + id + "\"]}")) {
            reader.send("DELETE", "/v1/me/tracks", body);
            assertThat(reader.json("/v1/me/tracks/contains/?ids=" + id)).hasToString("[false]");
            reader.send("PUT", "/v1/me/tracks?ids=" + id, "");
            assertThat(reader.json("/v1/me/tracks/contains?ids=" + id)).hasToString("[true]");
        }
    }

    @Test
    void whatIsInsertedWhileSomebodyPagesComesTwice() {
        listener.control(
                "POST",
                "shifts",
                "{\"endpoint\":\"GET /v1/me/tracks\",\"after\":1,\"insert\":\"track\",\"id\":\"" + listener.liked(90)
                        + "\"}");

        List<String> uris = pages();

        assertThat(uris.get(49)).isEqualTo(uris.get(50));
        assertThat(new HashSet<>(uris)).hasSize(Listener.LIKED);
    }

    @Test
    void whatIsRemovedWhileSomebodyPagesHidesAnother() {
        String hidden = "spotify:track:" + listener.liked(50);
        listener.control("POST", "shifts", "{\"endpoint\":\"GET /v1/me/tracks\",\"after\":1,\"remove\":0}");

        assertThat(pages()).hasSize(Listener.LIKED - 1).doesNotContain(hidden);
    }

    private List<String> pages() {
        List<String> uris = new ArrayList<>();
        for (int offset = 0; offset < Listener.LIKED; offset += 50) {
            uris.addAll(
                    uris(reader.json("/v1/me/tracks?limit=50&offset=" + offset).get("items"), "track"));
        }
        return uris;
    }

    @Test
    void aTrackCanVanish() {
        String id = listener.liked(0);
        listener.control("DELETE", "tracks/" + id, "");

        assertThat(reader.get("/v1/tracks/" + id).status()).isEqualTo(404);
    }

    @Test
    void theLibraryBecomesWhatAnExportShows() throws IOException {
        List<String> rows = Files.readAllLines(directory.resolve("Liked_Songs.csv"));
        listener.control("PUT", "library", String.join("\n", rows.subList(0, 3)) + "\n");

        JsonNode page = reader.json("/v1/me/tracks");

        assertThat(page.get("total").asInt()).isEqualTo(2);
        assertThat(listener.client.put("/__control/library", "no,export\n1,2\n").status())
                .isEqualTo(400);
    }
}
