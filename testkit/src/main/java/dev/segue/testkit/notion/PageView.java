package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Pages as the API shows them.
final class PageView {

    static final String BOT = "5e60e000-0000-4000-8000-00000000b070";
    static final String PERSON = "5e60e000-0000-4000-8000-00000000face";

    /// Longer lists are cut in a page, and whole only by property.
    static final int SHOWN = 25;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private PageView() {}

    /// To the minute, as Notion tells it.
    static String time(Instant time) {
        return TIME.format(time.truncatedTo(ChronoUnit.MINUTES));
    }

    static String url(String id) {
        return "https://www.notion.so/" + id.replace("-", "");
    }

    static ObjectNode bot() {
        return user(BOT);
    }

    static ObjectNode user(String id) {
        return Json.object().put("object", "user").put("id", id);
    }

    /// @param shown the properties to show; empty: all
    static ObjectNode json(Page page, Optional<DataSource> source, List<String> shown, String version) {
        ObjectNode json = Json.object().put("object", "page").put("id", page.id());
        json.put("created_time", time(page.created())).put("last_edited_time", time(page.edited()));
        json.set("created_by", bot());
        json.set("last_edited_by", user(page.person() ? PERSON : BOT));
        page.look().show(json);
        json.set("parent", parent(page, source));
        Trash.show(json, page.trashed(), version);
        json.put("is_archived", false).put("is_locked", false);
        ObjectNode properties = json.putObject("properties");
        if (source.isPresent()) {
            source.get().properties().stream()
                    .filter(property -> shown.isEmpty() || shown.stream().anyMatch(property::isCalled))
                    .forEach(property -> properties.set(property.name(), value(page, property)));
        } else {
            properties
                    .putObject("title")
                    .put("id", "title")
                    .put("type", "title")
                    .set("title", page.values().get("title"));
        }
        return json.put("url", url(page.id())).putNull("public_url");
    }

    static ObjectNode parent(Page page, Optional<DataSource> source) {
        ObjectNode parent = Json.object();
        if (source.isPresent()) {
            return parent.put("type", "data_source_id")
                    .put("data_source_id", page.parent())
                    .put("database_id", source.get().database());
        }
        return page.parent().isEmpty()
                ? parent.put("type", "workspace").put("workspace", true)
                : parent.put("type", "page_id").put("page_id", page.parent());
    }

    private static ObjectNode value(Page page, Property property) {
        ObjectNode json = Json.object().put("id", property.id()).put("type", property.type());
        JsonNode value = Values.of(page, property);
        if (property.type().equals("relation")) {
            json.put("has_more", value.size() > SHOWN);
        }
        boolean cut = value.size() > SHOWN
                && List.of("relation", "rich_text", "title", "people").contains(property.type());
        json.set(property.type(), cut ? first(value) : value);
        return json;
    }

    private static JsonNode first(JsonNode value) {
        var first = Json.array();
        for (int at = 0; at < SHOWN; at++) {
            first.add(value.get(at));
        }
        return first;
    }
}
