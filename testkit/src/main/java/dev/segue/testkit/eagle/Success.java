package dev.segue.testkit.eagle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers in Eagle's envelope.
final class Success {

    private static final int MOST = 1000;

    private Success() {}

    static Answer of(Object data) {
        return Answer.json(200, Json.object().put("status", "success").set("data", Json.tree(data)));
    }

    /// Without any data.
    static Answer bare() {
        return Answer.json(200, Json.object().put("status", "success"));
    }

    /// An error that says 200.
    static Answer not(String message) {
        return Answer.json(200, Json.object().put("status", "error").put("message", message));
    }

    /// An item, if it is there.
    static Answer found(Optional<Item> item) {
        return item.map(there -> of(shown(there))).orElseGet(() -> not("Item not found"));
    }

    static ObjectNode shown(Item item) {
        ObjectNode shown = Json.object()
                .put("id", item.id())
                .put("name", item.name())
                .put("ext", item.ext())
                .put("size", item.size())
                .put("url", item.url())
                .put("annotation", item.annotation())
                .put("star", item.star())
                .put("isDeleted", item.isDeleted());
        shown.set("tags", Json.tree(item.tags()));
        shown.set("folders", Json.tree(item.folders()));
        return shown;
    }

    /// A page of V2, of 50 unless more is asked for, and of 1000 at most.
    static Answer page(Call call, List<? extends JsonNode> all) {
        int offset = call.parameter("offset").map(Integer::parseInt).orElse(0);
        int limit =
                Math.min(MOST, call.parameter("limit").map(Integer::parseInt).orElse(50));
        ObjectNode page =
                Json.object().put("total", all.size()).put("offset", offset).put("limit", limit);
        ArrayNode shown = Json.array();
        all.stream().skip(offset).limit(limit).forEach(shown::add);
        return of(page.set("data", shown));
    }

    static ArrayNode shown(List<Item> items) {
        ArrayNode all = Json.array();
        items.forEach(item -> all.add(shown(item)));
        return all;
    }

    static ArrayNode folders(Map<String, String> folders) {
        ArrayNode all = Json.array();
        folders.forEach((id, name) ->
                all.add(Json.object().put("id", id).put("name", name).set("children", Json.array())));
        return all;
    }
}
