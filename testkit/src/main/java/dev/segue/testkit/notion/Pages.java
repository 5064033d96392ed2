package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pages: made, changed, put into the trash, shown. Guarded by the lock of [Notion].
final class Pages {

    private final Workspace workspace;
    private final Blocks blocks;

    Pages(Workspace workspace, Blocks blocks) {
        this.workspace = workspace;
        this.blocks = blocks;
    }

    Answer create(Call call) {
        JsonNode body = call.json();
        if (!body.path("properties").isObject()) {
            throw Problem.badBody("properties should be defined, instead was `undefined`.");
        }
        JsonNode parent = body.path("parent");
        blocks.check(body.path("children"));
        Page made = parent.has("page_id") ? below(parent, body) : inside(sourceIn(parent), body);
        blocks.fill(made.id(), body.path("children"));
        return shown(made, call.parameters("filter_properties"), call);
    }

    private DataSource sourceIn(JsonNode parent) {
        if (parent.has("data_source_id")) {
            return workspace.source(parent.get("data_source_id").asText());
        }
        if (!parent.has("database_id")) {
            throw Problem.badBody("parent.data_source_id should be defined, instead was `undefined`.");
        }
        String database = workspace.database(parent.get("database_id").asText()).id();
        List<DataSource> sources = workspace.sourcesOf(database);
        if (sources.size() != 1) {
            throw Problem.invalid("Databases with multiple data sources are not supported in this API version.");
        }
        return sources.getFirst();
    }

    private Page below(JsonNode parent, JsonNode body) {
        String holder = workspace.page(parent.get("page_id").asText()).id();
        JsonNode title = title(body.get("properties")).orElse(Json.array());
        return kept(new Page(
                Workspace.newId(),
                holder,
                false,
                Map.of("title", title),
                Look.NONE.after(body),
                false,
                false,
                now(),
                now()));
    }

    /// The one property of a page that is no row.
    private static Optional<JsonNode> title(JsonNode properties) {
        for (var sent : properties.properties()) {
            if (!sent.getKey().equals("title")) {
                throw Problem.invalid(sent.getKey() + " is not a property that exists.");
            }
        }
        JsonNode sent = properties.path("title");
        JsonNode pieces = sent.isArray() ? sent : sent.path("title");
        return sent.isMissingNode() ? Optional.empty() : Optional.of(RichText.read(pieces, "properties.title.title"));
    }

    private Page inside(DataSource source, JsonNode body) {
        checkPlace(source);
        var empty = new Page(
                Workspace.newId(), source.id(), true, Map.of(), Look.NONE.after(body), false, false, now(), now());
        return kept(empty.with(written(body.get("properties"), source), now()));
    }

    /// @throws Problem if `source` is in the trash
    private void checkPlace(DataSource source) {
        if (!workspace.isThere(source)) {
            throw Problem.invalid("Can't edit page on block with an archived ancestor. You must unarchive the ancestor"
                    + " before editing page.");
        }
    }

    private Page kept(Page page) {
        workspace.keep(page);
        return page;
    }

    /// What `properties` comes to, by property id; new options are added to the schema. All of it is checked before.
    private Map<String, JsonNode> written(JsonNode properties, DataSource source) {
        var values = new LinkedHashMap<Property, JsonNode>();
        properties.properties().forEach(sent -> {
            Property property = source.property(sent.getKey());
            JsonNode value = Values.read(sent.getValue(), property, sent.getKey(), workspace);
            values.put(property.hasOptions() ? Options.including(value, property, workspace) : property, value);
        });
        var written = new LinkedHashMap<String, JsonNode>();
        DataSource grown = source;
        for (var one : values.entrySet()) {
            Property property = one.getKey();
            grown = property.hasOptions() ? grown.replacing(property, source.edited()) : grown;
            written.put(
                    property.id(), property.hasOptions() ? Options.resolved(one.getValue(), property) : one.getValue());
        }
        workspace.keep(grown);
        return written;
    }

    Answer get(Call call) {
        return shown(workspace.page(call.place("page_id")), call.parameters("filter_properties"), call);
    }

    Answer update(Call call) {
        Page page = workspace.page(call.place("page_id"));
        JsonNode body = call.json();
        if (body.has("properties") && !body.get("properties").isObject()) {
            throw Problem.badBody("properties should be an object, instead was `" + body.get("properties") + "`.");
        }
        boolean trash = Trash.asked(body, call, page.trashed());
        if (page.trashed() && trash) {
            throw Problem.invalid("Can't edit block that is archived. You must unarchive the block before editing.");
        }
        if (page.row()) {
            checkPlace(workspace.source(page.parent()));
        }
        Page changed = page.trashed(trash, false, now());
        if (body.path("properties").isObject()) {
            changed = changed.with(changes(page, body.get("properties")), now());
        }
        Look look = page.look().after(body);
        return shown(kept(changed.looking(look, now())), call.parameters("filter_properties"), call);
    }

    private Map<String, JsonNode> changes(Page page, JsonNode properties) {
        return page.row()
                ? written(properties, workspace.source(page.parent()))
                : title(properties).map(title -> Map.of("title", title)).orElse(Map.of());
    }

    private Instant now() {
        return workspace.now();
    }

    private Answer shown(Page page, List<String> properties, Call call) {
        Optional<DataSource> source = page.row() ? Optional.of(workspace.source(page.parent())) : Optional.empty();
        source.ifPresent(known -> properties.forEach(known::property));
        return Answer.json(200, PageView.json(page, source, properties, Notion.version(call)));
    }

    /// One property alone; long lists come whole here, page by page.
    Answer property(Call call) {
        Page page = workspace.page(call.place("page_id"));
        Property property = page.row()
                ? workspace.source(page.parent()).property(call.place("property_id"))
                : new Property("title", "title", "title", Optional.empty(), Json.object());
        JsonNode value = Values.of(page, property);
        boolean list = List.of("title", "rich_text", "relation", "people").contains(property.type());
        if (!list) {
            ObjectNode item = item(property);
            item.set(property.type(), value);
            return Answer.json(200, item);
        }
        List<Integer> places =
                java.util.stream.IntStream.range(0, value.size()).boxed().toList();
        ObjectNode items = Paging.of(call)
                .listed(
                        places,
                        place -> Integer.toString(place),
                        place -> {
                            ObjectNode item = item(property);
                            item.set(property.type(), value.get(place));
                            return item;
                        },
                        "property_item");
        ObjectNode about = items.putObject("property_item");
        about.put("id", property.id()).put("type", property.type()).put("next_url", next(call, items));
        about.putObject(property.type());
        return Answer.json(200, items);
    }

    private static @Nullable String next(Call call, ObjectNode items) {
        return items.get("has_more").asBoolean()
                ? call.origin() + call.path() + "?start_cursor="
                        + items.get("next_cursor").asText()
                : null;
    }

    private static ObjectNode item(Property property) {
        return Json.object()
                .put("object", "property_item")
                .put("id", property.id())
                .put("type", property.type());
    }
}
