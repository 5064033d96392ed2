package dev.segue.detection.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.detection.Outcome;
import dev.segue.detection.Spotify.Entries;
import dev.segue.detection.Spotify.Listed;
import dev.segue.detection.Spotify.Listing;
import dev.segue.detection.Spotify.Playlist;
import java.util.Optional;

/// Lists as the web API writes them, with old and new names of fields. One that lacks what a list must have is
/// [Outcome.Failed].
final class ListJson {

    private ListJson() {}

    static Outcome<Entries> entries(JsonNode page) {
        if (!page.path("items").isArray() || !page.path("total").canConvertToInt()) {
            return new Outcome.Failed<>("a page without items or total");
        }
        return new Outcome.Answer<>(new Entries(
                page.path("items")
                        .valueStream()
                        .flatMap(entry -> TrackJson.entry(entry).stream())
                        .toList(),
                page.path("total").asInt(),
                next(page)));
    }

    static Outcome<Playlist> playlist(String id, JsonNode json) {
        String name = name(id, json);
        String snapshot = json.path("snapshot_id").asText("");
        if (snapshot.isEmpty()) {
            return new Outcome.Failed<>("a playlist without snapshot_id");
        }
        JsonNode page = json.path("items").isObject() ? json.path("items") : json.path("tracks");
        if (!page.path("items").isArray()) {
            return new Outcome.Answer<>(new Playlist(id, name, snapshot, Optional.empty()));
        }
        return entries(page)
                .then(entries -> new Outcome.Answer<>(new Playlist(id, name, snapshot, Optional.of(entries))));
    }

    static Outcome<Listing> listing(JsonNode page) {
        if (!page.path("items").isArray()) {
            return new Outcome.Failed<>("a page without items");
        }
        return new Outcome.Answer<>(new Listing(
                page.path("items")
                        .valueStream()
                        .filter(JsonNode::isObject)
                        .map(one -> listed(one.path("id").asText(""), one))
                        .toList(),
                next(page)));
    }

    private static Listed listed(String id, JsonNode one) {
        return new Listed(id, name(id, one), one.path("snapshot_id").asText(""));
    }

    /// A playlist may have an empty name; its id stands for it then.
    private static String name(String id, JsonNode playlist) {
        String name = playlist.path("name").asText("");
        return name.isBlank() ? id : name;
    }

    /// From what the page says of itself, not from what was asked for. Its address is not followed.
    private static Optional<Integer> next(JsonNode page) {
        int size = Math.max(page.path("limit").asInt(0), page.path("items").size());
        return page.path("next").isTextual() && size > 0
                ? Optional.of(page.path("offset").asInt(0) + size)
                : Optional.empty();
    }
}
