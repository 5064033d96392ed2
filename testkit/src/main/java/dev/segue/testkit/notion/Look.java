package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.util.Optional;

/// What decorates a page or a database. Immutable.
record Look(Optional<ObjectNode> icon, Optional<ObjectNode> cover) {

    static final Look NONE = new Look(Optional.empty(), Optional.empty());

    /// What becomes of this when `body` is sent.
    Look after(JsonNode body) {
        return new Look(sent(body, "icon", icon), sent(body, "cover", cover));
    }

    private static Optional<ObjectNode> sent(JsonNode body, String name, Optional<ObjectNode> old) {
        if (!body.has(name)) {
            return old;
        }
        JsonNode given = body.get(name);
        return given.isNull() ? Optional.empty() : Optional.of(checked(given, name));
    }

    /// @throws Problem if it is nothing that can be shown
    private static ObjectNode checked(JsonNode given, String where) {
        boolean known = given.path("external").path("url").isTextual()
                || given.path("file").path("url").isTextual()
                || (where.equals("icon")
                        && (given.path("emoji").isTextual()
                                || given.path("custom_emoji").isObject()));
        if (!known || !(given instanceof ObjectNode look)) {
            throw Problem.badBody(where + " should be a file or, as an icon, an emoji; instead was `" + given + "`.");
        }
        RichText.atMost(
                given.path("external").path("url").asText().length(), RichText.LONGEST, where + ".external.url.length");
        return typed(look);
    }

    /// Who sends one need not say its type, who is answered is told it.
    static ObjectNode typed(ObjectNode sent) {
        ObjectNode typed = sent.deepCopy();
        for (String type : new String[] {"emoji", "external", "file", "custom_emoji"}) {
            if (sent.has(type)) {
                typed.put("type", type);
            }
        }
        return typed;
    }

    void show(ObjectNode json) {
        json.set("icon", icon.map(JsonNode.class::cast).orElse(Json.object().nullNode()));
        json.set("cover", cover.map(JsonNode.class::cast).orElse(Json.object().nullNode()));
    }
}
