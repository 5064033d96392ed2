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
        Page parent = workspace.page(body.path("parent").path("page_id").asText());
        JsonNode properties = body.path("initial_data_source").path("properties");
        if (!properties.isObject()) {
            throw Problem.badBody("initial_data_source.properties should be defined, instead was `undefined`.");
        }
        Instant now = workspace.now();
        JsonNode title = text(body, "title", Json.array());
        JsonNode about = text(body, "description", Json.array());
        var database = new Workspace.Database(
                Workspace.newId(), parent.id(), title, about, Look.NONE.after(body), false, now, now);
        var source = new DataSource(Workspace.newId(), database.id(), title, schemas.declared(properties), now, now);
        workspace.keep(database);
        workspace.keep(source);
        return Answer.json(200, json(database, call));
    }

    Answer get(Call call) {
        return Answer.json(200, json(workspace.database(call.place("database_id")), call));
    }

    Answer update(Call call) {
        Workspace.Database old = workspace.database(call.place("database_id"));
        JsonNode body = call.json();
        var changed = new Workspace.Database(
                old.id(),
                old.parent(),
                text(body, "title", old.title()),
                text(body, "description", old.about()),
                old.look().after(body),
                body.path("in_trash").asBoolean(body.path("archived").asBoolean(old.trashed())),
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
        var database =
                workspace.database(body.path("parent").path("database_id").asText());
        JsonNode title = text(body, "title", Json.array());
        Instant now = workspace.now();
        var source = new DataSource(
                Workspace.newId(), database.id(), title, schemas.declared(body.path("properties")), now, now);
        workspace.keep(source);
        return shown(source, call);
    }

    Answer source(Call call) {
        return shown(workspace.source(call.place("data_source_id")), call);
    }

    Answer updateSource(Call call) {
        DataSource source = workspace.source(call.place("data_source_id"));
        JsonNode body = call.json();
        if (body.path("title").isArray()) {
            source = source.titled(RichText.read(body.get("title"), "title"), workspace.now());
        }
        if (body.path("properties").isObject()) {
            source = source.with(schemas.changed(source, body.get("properties")), workspace.now());
        }
        workspace.keep(source);
        return shown(source, call);
    }

    private Answer shown(DataSource source, Call call) {
        return Answer.json(200, json(source, call));
    }

    ObjectNode json(DataSource source, Call call) {
        return source.json(
                Notion.version(call), workspace.database(source.database()).place());
    }

    private ObjectNode json(Workspace.Database database, Call call) {
        ObjectNode json = Json.object().put("object", "database").put("id", database.id());
        json.set("title", database.title());
        json.set("description", database.about());
        json.set("parent", database.place());
        json.put("is_inline", false).put("is_locked", false);
        PageView.trash(json, database.trashed(), Notion.version(call));
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
