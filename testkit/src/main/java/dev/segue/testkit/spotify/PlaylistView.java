package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;

/// Playlists and their entries as JSON. Thread-safe.
final class PlaylistView {

    private final Holdings holdings;
    private final Shop shop;

    PlaylistView(Holdings holdings) {
        this.holdings = holdings;
        this.shop = new Shop(holdings);
    }

    /// As in a list of playlists: how many entries there are, and none of them.
    ObjectNode simplified(Look look, Playlist playlist) {
        ObjectNode shown = described(look, playlist);
        ObjectNode count = Json.object()
                .put("href", look.href("/playlists/" + playlist.id() + (look.development() ? "/items" : "/tracks")))
                .put("total", playlist.entries().size());
        shown.set("items", count);
        if (!look.development()) {
            shown.set("tracks", count);
        }
        return shown;
    }

    /// All but the entries.
    ObjectNode full(Look look, Playlist playlist) {
        ObjectNode shown = described(look, playlist);
        shown.set("followers", Objects.followers(0));
        return shown;
    }

    private static ObjectNode described(Look look, Playlist playlist) {
        ObjectNode shown = Objects.named(look, "playlist", playlist.id())
                .put("collaborative", playlist.collaborative())
                .put("description", "")
                .put("name", playlist.name())
                .put("public", playlist.open())
                .put("snapshot_id", playlist.snapshotId());
        shown.putNull("primary_color");
        shown.set("images", Objects.covers(playlist.id()));
        shown.set("owner", Users.owner(look, playlist.owner()));
        return shown;
    }

    ObjectNode entry(Look look, Playlist playlist, Entry entry) {
        ObjectNode shown = Json.object()
                .put("added_at", entry.addedAt().map(Object::toString).orElse(null))
                .put("is_local", entry.item() instanceof Entry.Item.LocalFile);
        shown.putNull("primary_color");
        shown.set("added_by", Users.reference(look, playlist.owner()));
        shown.set("video_thumbnail", Json.object().putNull("url"));
        JsonNode item = item(look, entry.item());
        shown.set("item", item);
        if (!look.development()) {
            shown.set("track", item);
        }
        return shown;
    }

    private JsonNode item(Look look, Entry.Item item) {
        return switch (item) {
            case Entry.Item.Song(String id) ->
                holdings.track(id)
                        .<JsonNode>map(track -> shop.song(look, track))
                        .orElseGet(NullNode::getInstance);
            case Entry.Item.LocalFile file -> Songs.local(file);
            case Entry.Item.Episode(String id) -> Episodes.full(look, id);
            case Entry.Item.Removed() -> NullNode.getInstance();
        };
    }
}
