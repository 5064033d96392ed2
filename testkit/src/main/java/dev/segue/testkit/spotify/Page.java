package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which part of a list is wanted. Immutable.
///
/// @param url   of the list, without query
/// @param query what else links to other pages repeat
record Page(String url, Map<String, String> query, int offset, int limit) {

    private static final List<String> REPEATED =
            List.of("market", "fields", "additional_types", "q", "type", "include_groups");

    /// The page that `call` asks for.
    ///
    /// @param usual entries on a page if it does not say
    /// @param most  entries that it may ask for
    /// @throws Refusal 400 if it asks for another number
    static Page of(Call call, int usual, int most) {
        var query = new TreeMap<String, String>();
        REPEATED.forEach(name -> call.parameter(name).ifPresent(value -> query.put(name, value)));
        int limit = number(call, "limit", usual);
        int offset = number(call, "offset", 0);
        if (limit < 1 || limit > most) {
            throw new Refusal(400, "Invalid limit");
        }
        if (offset < 0) {
            throw new Refusal(400, "Invalid offset");
        }
        return new Page(call.origin() + call.path(), query, offset, limit);
    }

    static int number(Call call, String name, int otherwise) {
        try {
            return call.parameter(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException none) {
            throw new Refusal(400, "Invalid " + name, none);
        }
    }

    /// The same page, with no more than so many entries.
    Page atMost(int entries) {
        return new Page(url, query, offset, Math.min(limit, entries));
    }

    /// The paging object.
    <T> ObjectNode show(List<T> all, Function<T, JsonNode> show) {
        ObjectNode page = Json.object().put("href", link(offset)).put("limit", limit);
        page.put("next", offset + limit < all.size() ? link(offset + limit) : null);
        page.put("offset", offset);
        page.put("previous", offset > 0 ? link(Math.max(0, offset - limit)) : null);
        page.put("total", all.size());
        ArrayNode items = page.putArray("items");
        all.stream().skip(offset).limit(limit).map(show).forEach(items::add);
        return page;
    }

    private String link(int at) {
        var parameters = new TreeMap<>(query);
        parameters.put("offset", Integer.toString(at));
        parameters.put("limit", Integer.toString(limit));
        return url
                + '?'
                + parameters.entrySet().stream()
                        .map(one -> one.getKey() + '=' + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
