package dev.segue.processing.eagle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// An item that is there. Immutable.
///
/// @param folders by id
/// @param trashed whether the person has thrown it away
record Found(String id, List<String> tags, List<String> folders, boolean trashed) {

    Found {
        tags = List.copyOf(tags);
        folders = List.copyOf(folders);
    }

    static Found of(JsonNode item) {
        return new Found(
                item.path("id").asText(),
                texts(item.path("tags")),
                texts(item.path("folders")),
                item.path("isDeleted").asBoolean());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
