package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.util.List;
import java.util.function.Function;

/// A list, page by page: at most 100 at once.
///
/// @param cursor the id at which to begin; empty: at the first
record Paging(int size, String cursor) {

    private static final int MOST = 100;

    Paging {
        if (size < 1) {
            throw Problem.badBody("page_size should be ≥ `1`, instead was `" + size + "`.");
        }
        RichText.atMost(size, MOST, "page_size");
    }

    static Paging of(JsonNode body) {
        if (body.has("page_size") && !body.get("page_size").isInt()) {
            throw Problem.badBody("page_size should be a number, instead was `" + body.get("page_size") + "`.");
        }
        return new Paging(
                body.path("page_size").asInt(MOST), body.path("start_cursor").asText(""));
    }

    static Paging of(dev.segue.testkit.standin.Call call) {
        try {
            int size = Integer.parseInt(call.parameter("page_size").orElse("100"));
            return new Paging(size, call.parameter("start_cursor").orElse(""));
        } catch (NumberFormatException none) {
            throw Problem.badBody("page_size should be a number.");
        }
    }

    /// @param type of what is listed, such as `page_or_data_source`
    /// @param id   names an item as a cursor does
    <T> ObjectNode listed(List<T> all, Function<T, String> id, Function<T, JsonNode> view, String type) {
        int from = from(all, id);
        int to = Math.min(all.size(), from + size);
        ObjectNode list = Json.object().put("object", "list");
        var results = list.putArray("results");
        all.subList(from, to).forEach(one -> results.add(view.apply(one)));
        list.put("next_cursor", to < all.size() ? id.apply(all.get(to)) : null);
        list.put("has_more", to < all.size()).put("type", type);
        list.putObject(type);
        return list;
    }

    private <T> int from(List<T> all, Function<T, String> id) {
        if (cursor.isEmpty()) {
            return 0;
        }
        for (int at = 0; at < all.size(); at++) {
            if (id.apply(all.get(at)).equals(cursor)) {
                return at;
            }
        }
        throw Problem.invalid("The start_cursor provided is invalid: " + cursor);
    }
}
