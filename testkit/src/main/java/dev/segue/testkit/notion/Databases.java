package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Json;
import java.time.Instant;

/// Databases and their data sources. Guarded by the lock of [Notion].
final class Databases {

    private final Workspace workspace;
    private final Schemas schemas;

    Databases(Workspace workspace) {
        this.workspace = workspace;
        this.schemas = new Schemas(workspace);
    }

    /// `{"parent": {"page_id": …}, "title": […], "initial_data_source": {"properties": {…}}}`
    Answer create(Call call) {
        JsonNode body = call.json();
        if (body.has("properties")) {
            throw Problem.badBody("properties should be not present: they belong into initial_data_source.");
        }
        Page parent = workspace.page(parent(body, "page_id"));
        JsonNode properties = body.path("initial_data_source").path("properties");
        Instant now = workspace.now();
        JsonNode title = text(body, "title", Json.array());
        var database = new Database(
                Workspace.newId(),
                parent.id(),
                title,
                text(body, "description", Json.array()),
                Look.NONE.after(body),
                body.path("is_inline").asBoolean(),
                false,
                now,
                now);
        DataSource source = source(database, title, Look.NONE, properties.isMissingNode() ? usual() : properties);
        workspace.keep(database);
        workspace.keep(source);
        return Answer.json(200, json(database, call));
    }

    private static String parent(JsonNode body, String kind) {
        JsonNode id = body.path("parent").path(kind);
        if (!id.isTextual()) {
            throw Problem.badBody("parent." + kind + " should be defined, instead was `undefined`.");
        }
        return id.asText();
    }

    /// What a table has of which nobody says what it has.
    private static JsonNode usual() {
        ObjectNode properties = Json.object();
        properties.putObject("Name").putObject("title");
        return properties;
    }

    private DataSource source(Database database, JsonNode title, Look look, JsonNode properties) {
        if (!properties.isObject()) {
            throw Problem.badBody("properties should be an object, instead was `" + properties + "`.");
        }
        Instant now = workspace.now();
        return new DataSource(
                Workspace.newId(),
                database.id(),
                title,
                Json.array(),
                look,
                false,
                schemas.declared(properties),
                now,
                now);
    }

    Answer get(Call call) {
        return Answer.json(200, json(workspace.database(call.place("database_id")), call));
    }

    Answer update(Call call) {
        Database old = workspace.database(call.place("database_id"));
        JsonNode body = call.json();
        var changed = new Database(
                old.id(),
                old.parent(),
                text(body, "title", old.title()),
                text(body, "description", old.about()),
                old.look().after(body),
                body.path("is_inline").asBoolean(old.inline()),
                Trash.asked(body, call, old.trashed()),
                old.created(),
                workspace.now());
        workspace.keep(changed);
        return Answer.json(200, json(changed, call));
    }

    private static JsonNode text(JsonNode body, String name, JsonNode otherwise) {
        return body.path(name).isArray() ? RichText.read(body.get(name), name) : otherwise;
    }

    /// A further data source of a database.
    Answer createSource(Call call) {
        JsonNode body = call.json();
        Database database = workspace.database(parent(body, "database_id"));
        DataSource source =
                source(database, text(body, "title", Json.array()), Look.NONE.after(body), body.path("properties"));
        workspace.keep(source);
        return shown(source, call);
    }

    Answer source(Call call) {
        return shown(workspace.source(call.place("data_source_id")), call);
    }

    Answer updateSource(Call call) {
        DataSource source = workspace.source(call.place("data_source_id"));
        JsonNode body = call.json();
        Instant now = workspace.now();
        boolean trash = Trash.asked(body, call, source.trashed());
        JsonNode title = text(body, "title", source.title());
        JsonNode about = text(body, "description", source.about());
        DataSource changed = source.told(title, about, source.look().after(body), trash, now);
        if (body.path("properties").isObject()) {
            changed = changed.with(schemas.changed(source, body.get("properties")), now);
            changed = new Retyping(source, workspace).carriedOut(changed);
        }
        workspace.keep(changed);
        return shown(changed, call);
    }

    private Answer shown(DataSource source, Call call) {
        return Answer.json(200, json(source, call));
    }

    ObjectNode json(DataSource source, Call call) {
        return source.json(Notion.version(call), workspace.database(source.database()));
    }

    private ObjectNode json(Database database, Call call) {
        ObjectNode json = Json.object().put("object", "database").put("id", database.id());
        json.set("title", database.title());
        json.set("description", database.about());
        json.set("parent", database.place());
        json.put("is_inline", database.inline()).put("is_locked", false);
        Trash.show(json, database.trashed(), Notion.version(call));
        json.put("created_time", PageView.time(database.created()));
        json.put("last_edited_time", PageView.time(database.edited()));
        var sources = json.putArray("data_sources");
        workspace
                .sourcesOf(database.id())
                .forEach(source -> sources.addObject().put("id", source.id()).put("name", source.name()));
        database.look().show(json);
        return json.put("url", PageView.url(database.id())).putNull("public_url");
    }
}
