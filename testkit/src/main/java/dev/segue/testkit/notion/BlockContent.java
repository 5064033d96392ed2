package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.util.Map;
import java.util.Set;

/// What a block says, by its type.
final class BlockContent {

    private static final Set<String> HEADINGS = Set.of("heading_1", "heading_2", "heading_3");
    private static final Set<String> TEXTS =
            Set.of("paragraph", "bulleted_list_item", "numbered_list_item", "to_do", "toggle", "quote", "callout");

    private BlockContent() {}

    /// @throws Problem if `sent` is of no type that is there
    static String type(JsonNode sent, String where) {
        return sent.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> HEADINGS.contains(name) || TEXTS.contains(name) || name.equals("divider"))
                .findFirst()
                .orElseThrow(() -> Problem.badBody(where + " should have a type that this stand-in knows: "
                        + String.join(", ", TEXTS) + ", heading_1 to heading_3, divider."));
    }

    /// Whether blocks may stand below one with this content.
    static boolean takesChildren(String type, JsonNode content) {
        return TEXTS.contains(type) || content.path("is_toggleable").asBoolean();
    }

    /// What `sent` comes to.
    ///
    /// @param old what it says now: stays where `sent` says nothing
    /// @throws Problem if Notion would refuse it
    static ObjectNode of(String type, JsonNode sent, ObjectNode old, String where) {
        ObjectNode content = Json.object();
        if (type.equals("divider")) {
            return content;
        }
        boolean kept = old.has("rich_text") && !sent.has("rich_text");
        content.set(
                "rich_text", kept ? old.get("rich_text") : RichText.read(sent.path("rich_text"), where + ".rich_text"));
        content.put("color", sent.path("color").asText(old.path("color").asText("default")));
        if (HEADINGS.contains(type)) {
            content.put("is_toggleable", flag(sent, old, "is_toggleable"));
        }
        if (type.equals("to_do")) {
            content.put("checked", flag(sent, old, "checked"));
        }
        if (type.equals("callout") || type.equals("paragraph")) {
            JsonNode icon = sent.has("icon") ? sent.get("icon") : old.path("icon");
            content.set("icon", icon instanceof ObjectNode given ? Look.typed(given) : null);
        }
        return content;
    }

    private static boolean flag(JsonNode sent, ObjectNode old, String name) {
        return sent.path(name).asBoolean(old.path(name).asBoolean());
    }
}
