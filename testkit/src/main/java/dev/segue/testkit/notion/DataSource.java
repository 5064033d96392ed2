package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.time.Instant;
import java.util.List;

/// A table of a database, as it is now. Immutable.
///
/// @param database the id of the database that it belongs to
/// @param title    rich text
/// @param about    its description, rich text
record DataSource(
        String id,
        String database,
        JsonNode title,
        JsonNode about,
        Look look,
        boolean trashed,
        List<Property> properties,
        Instant created,
        Instant edited) {

    DataSource {
        properties = List.copyOf(properties);
    }

    /// @throws Problem if there is no such property
    Property property(String reference) {
        return properties.stream()
                .filter(property -> property.isCalled(reference))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(reference + " is not a property that exists."));
    }

    DataSource with(List<Property> newProperties, Instant now) {
        return new DataSource(id, database, title, about, look, trashed, newProperties, created, now);
    }

    DataSource told(JsonNode newTitle, JsonNode newAbout, Look newLook, boolean inTrash, Instant now) {
        return new DataSource(id, database, newTitle, newAbout, newLook, inTrash, properties, created, now);
    }

    /// This one, where `property` stands in the place of the one with its id.
    DataSource replacing(Property property, Instant now) {
        return with(
                properties.stream()
                        .map(old -> old.id().equals(property.id()) ? property : old)
                        .toList(),
                now);
    }

    String name() {
        return RichText.plain(title);
    }

    /// The properties by name.
    ObjectNode schema() {
        ObjectNode schema = Json.object();
        properties.forEach(property -> schema.set(property.name(), property.json()));
        return schema;
    }

    ObjectNode json(String version, Database holder) {
        ObjectNode json = Json.object().put("object", "data_source").put("id", id);
        json.put("created_time", PageView.time(created)).put("last_edited_time", PageView.time(edited));
        json.set("created_by", PageView.bot());
        json.set("last_edited_by", PageView.bot());
        json.set("title", title);
        json.set("description", about);
        look.show(json);
        json.set("properties", schema());
        json.putObject("parent").put("type", "database_id").put("database_id", database);
        json.set("database_parent", holder.place());
        json.put("url", PageView.url(id)).putNull("public_url");
        Trash.show(json, trashed || holder.trashed(), version);
        return json.put("is_inline", holder.inline());
    }
}
