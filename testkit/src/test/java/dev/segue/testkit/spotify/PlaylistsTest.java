package dev.segue.testkit.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.spotify.Listener.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaylistsTest {

    @TempDir
    Path directory;

    private Listener listener;
    private Reader reader;
    private String path;

    @BeforeEach
    void start() throws IOException {
        listener = new Listener(directory);
        reader = listener.reader();
        path = "/v1/playlists/" + listener.playlist();
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    private void put(String query, int rows) {
        listener.control("PUT", "library?playlist=" + query, csv(rows));
    }

    private String csv(int rows) {
        try {
            return String.join(
                            "\n",
                            Files.readAllLines(directory.resolve("Playlist_1.csv"))
                                    .subList(0, rows + 1))
                    + "\n";
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void aPlaylistBringsItsFirstHundredEntriesAndAPageTheRest() {
        JsonNode playlist = reader.json(path);
        JsonNode rest = reader.json(playlist.at("/items/next").asText());

        assertThat(playlist.at("/items/items")).hasSize(100);
        assertThat(playlist.at("/items/total").asInt()).isEqualTo(Listener.IN_PLAYLIST);
        assertThat(rest.get("items")).hasSize(Listener.IN_PLAYLIST - 100);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(listener.spotify.calls().counts().byEndpoint())
                .containsEntry("GET /v1/playlists/{id}", 1L)
                .containsEntry("GET /v1/playlists/{id}/items", 1L);
    }

    @Test
    void whoAsksForAHundredItemsGetsFifty() {
        JsonNode page = reader.json(path + "/items?limit=100");

        assertThat(page.get("limit").asInt()).isEqualTo(50);
        assertThat(page.get("next").asText()).contains("offset=50");
        assertThat(reader.get(path + "/items?limit=101").status()).isEqualTo(400);
    }

    @Test
    void oldAppsKnowTracksNewAppsKnowItems() {
        assertThat(reader.json(path).has("tracks")).isFalse();
        assertThat(reader.json(path).at("/items/items/0").has("track")).isFalse();
        assertThat(reader.get(path + "/tracks").status()).isEqualTo(403);
        assertThat(reader.json("/v1/me/playlists").at("/items/0/items/total").asInt())
                .isPositive();

        listener.mode("{\"mode\":\"extended\"}");

        assertThat(reader.json(path).at("/tracks/items/0/track"))
                .isEqualTo(reader.json(path).at("/items/items/0/item"));
        assertThat(reader.json(path + "/tracks?limit=100").get("items")).hasSize(100);
        assertThat(reader.json("/v1/me/playlists").at("/items/0/tracks/total").asInt())
                .isPositive();
    }

    @Test
    void theSnapshotChangesWithTheEntriesAndOnlyThen() {
        JsonNode before = reader.json("/v1/me/playlists?limit=50");
        put("Playlist_1", Listener.IN_PLAYLIST);
        assertThat(reader.json("/v1/me/playlists?limit=50")).isEqualTo(before);

        put("Playlist_1", 100);

        assertThat(reader.json(path).get("snapshot_id").asText())
                .isNotEqualTo(before.at("/items/0/snapshot_id").asText());
        assertThat(reader.json(path).at("/items/total").asInt()).isEqualTo(100);
    }

    @Test
    void othersPlaylistsShowNewAppsNoEntries() {
        put("Theirs&owner=somebody&public=true", 5);
        String theirs = "/v1/playlists/" + SpotifyStandIn.playlistId("Theirs");

        assertThat(reader.json(theirs).get("name").asText()).isEqualTo("Theirs");
        assertThat(reader.json(theirs).has("items")).isFalse();
        assertThat(reader.get(theirs + "/items").status()).isEqualTo(403);
        assertThat(listener.app().get(path).status()).isEqualTo(404);

        listener.mode("{\"mode\":\"extended\"}");

        assertThat(reader.json(theirs + "/items").get("items")).hasSize(5);
        assertThat(listener.app().get(theirs + "/items").status()).isEqualTo(200);
        assertThat(reader.json("/v1/users/somebody/playlists").get("total").asInt())
                .isOne();
    }

    @Test
    void whoeverWorksOnAPlaylistSeesItsEntries() {
        put("Ours&owner=somebody&collaborative=true", 5);

        assertThat(reader.json("/v1/playlists/" + SpotifyStandIn.playlistId("Ours") + "/items")
                        .get("items"))
                .hasSize(5);
    }

    @Test
    void spotifysOwnPlaylistsAreHiddenFromNewApps() {
        put("Discover%20Weekly&owner=spotify&public=true", 5);
        String own = "/v1/playlists/" + SpotifyStandIn.playlistId("Discover Weekly");

        assertThat(reader.get(own).status()).isEqualTo(404);
        listener.mode("{\"mode\":\"extended\"}");
        assertThat(reader.get(own).status()).isEqualTo(200);
    }

    @Test
    void entriesCanBeAnything() {
        for (String what : List.of("removed", "episode", "local")) {
            listener.control("POST", "entries", "{\"playlist\":\"Playlist_1\",\"insert\":\"" + what + "\"}");
        }

        JsonNode entries = reader.json(path + "/items?limit=3").get("items");

        assertThat(entries.at("/0/is_local").asBoolean()).isTrue();
        assertThat(entries.at("/0/item/uri").asText()).isEqualTo("spotify:local:Somebody:Somewhere:Some+Song:123");
        assertThat(entries.at("/0/item/id").isNull()).isTrue();
        assertThat(entries.at("/1/item/type").asText()).isEqualTo("episode");
        assertThat(entries.at("/2/item").isNull()).isTrue();
    }

    @Test
    void aLocalFileOfAnExportKeepsItsName() {
        String row = "spotify:local:Me:Mine:My+Song:61,My Song,Mine,Me,,61000,0,false,,2026-01-01T00:00:00Z";
        listener.control("PUT", "library?playlist=Mine", csv(0) + row + ",,".repeat(7) + "\n");

        JsonNode entry = reader.json("/v1/playlists/" + SpotifyStandIn.playlistId("Mine"))
                .at("/items/items/0");

        assertThat(entry.at("/item/uri").asText()).isEqualTo("spotify:local:Me:Mine:My+Song:61");
        assertThat(entry.get("is_local").asBoolean()).isTrue();
    }

    @Test
    void fieldsArePicked() {
        assertThat(reader.json(path + "?fields=name,items.total,items(items(added_at,item.id))")
                        .at("/items/items/0")
                        .size())
                .isEqualTo(2);
        assertThat(reader.json(path + "?fields=snapshot_id,items.total"))
                .hasToString("{\"snapshot_id\":\""
                        + reader.json(path).get("snapshot_id").asText() + "\",\"items\":{\"total\":120}}");
        assertThat(reader.json(path + "?fields=items.items(!item)")
                        .at("/items/items/0")
                        .has("item"))
                .isFalse();
    }

    @Test
    void privatePlaylistsNeedTheScope() {
        assertThat(listener.reader("user-library-read").get(path).status()).isEqualTo(404);
        assertThat(listener.reader("user-library-read").get("/v1/me/playlists").status())
                .isEqualTo(403);
    }
}
