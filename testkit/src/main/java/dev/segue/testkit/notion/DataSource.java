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
record DataSource(
        String id, String database, JsonNode title, List<Property> properties, Instant created, Instant edited) {

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
        return new DataSource(id, database, title, newProperties, created, now);
    }

    DataSource titled(JsonNode newTitle, Instant now) {
        return new DataSource(id, database, newTitle, properties, created, now);
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

    ObjectNode json(String version, ObjectNode databaseParent) {
        ObjectNode json = Json.object().put("object", "data_source").put("id", id);
        json.put("created_time", PageView.time(created)).put("last_edited_time", PageView.time(edited));
        json.set("created_by", PageView.bot());
        json.set("last_edited_by", PageView.bot());
        json.set("title", title);
        json.set("description", Json.array());
        json.putNull("icon").putNull("cover");
        ObjectNode schema = json.putObject("properties");
        properties.forEach(property -> schema.set(property.name(), property.json()));
        json.putObject("parent").put("type", "database_id").put("database_id", database);
        json.set("database_parent", databaseParent);
        json.put("url", PageView.url(id)).putNull("public_url");
        PageView.trash(json, false, version);
        return json.put("is_inline", false);
    }
}
