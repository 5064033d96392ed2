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
        var _ = blocks.append(made.id(), body.path("children"));
        return shown(made, List.of(), call);
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
        JsonNode sent = body.get("properties").path("title");
        JsonNode title = RichText.read(sent.isArray() ? sent : sent.path("title"), "properties.title.title");
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

    private Page inside(DataSource source, JsonNode body) {
        var empty = new Page(
                Workspace.newId(), source.id(), true, Map.of(), Look.NONE.after(body), false, false, now(), now());
        return kept(empty.with(written(body.get("properties"), source), now()));
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
        boolean trash = body.path("in_trash").asBoolean(body.path("archived").asBoolean(page.trashed()));
        if (page.trashed() && trash) {
            throw Problem.invalid("Can't edit block that is archived. You must unarchive the block before editing.");
        }
        Page changed = page.trashed(trash, false, now());
        if (body.path("properties").isObject()) {
            changed = changed.with(changes(page, body.get("properties")), now());
        }
        return shown(kept(changed.looking(page.look().after(body), now())), List.of(), call);
    }

    private Map<String, JsonNode> changes(Page page, JsonNode properties) {
        return page.row()
                ? written(properties, workspace.source(page.parent()))
                : Map.of("title", RichText.read(properties.path("title").path("title"), "properties.title.title"));
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
                : new Property("title", "title", "title", Json.object());
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
        about.put("id", property.id()).put("type", property.type()).putNull("next_url");
        about.putObject(property.type());
        return Answer.json(200, items);
    }

    private static ObjectNode item(Property property) {
        return Json.object()
                .put("object", "property_item")
                .put("id", property.id())
                .put("type", property.type());
    }
}
