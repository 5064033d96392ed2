package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Columns of a data source: declared, changed, renamed, removed. Guarded by the lock of [Notion].
final class Schemas {

    private final Workspace workspace;

    Schemas(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The properties of a new data source.
    ///
    /// @throws Problem if Notion would refuse them
    List<Property> declared(JsonNode properties) {
        List<Property> declared = new ArrayList<>();
        properties.properties().forEach(one -> declared.add(added(one.getKey(), one.getValue())));
        if (declared.stream()
                        .filter(property -> property.type().equals("title"))
                        .count()
                != 1) {
            throw Problem.invalid("Title is not provided");
        }
        return declared;
    }

    /// What becomes of `old` when `changes` are made.
    List<Property> changed(DataSource old, JsonNode changes) {
        List<Property> all = new ArrayList<>(old.properties());
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            int at = find(all, change.getKey());
            if (change.getValue().isNull()) {
                remove(all, at, change.getKey());
            } else if (at < 0) {
                all.add(added(change.getKey(), change.getValue()));
            } else {
                all.set(at, changed(all.get(at), change.getValue(), all));
            }
        }
        return all;
    }

    private static void remove(List<Property> all, int at, String name) {
        if (at < 0) {
            throw Problem.invalid(name + " is not a property that exists.");
        }
        if (all.get(at).type().equals("title")) {
            throw Problem.invalid("Cannot delete the title property.");
        }
        all.remove(at);
    }

    private static int find(List<Property> all, String reference) {
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).isCalled(reference)) {
                return at;
            }
        }
        return -1;
    }

    private Property changed(Property old, JsonNode change, List<Property> all) {
        Property renamed = old;
        if (change.hasNonNull("name")) {
            String name = change.get("name").asText();
            if (!name.equals(old.name())
                    && all.stream().anyMatch(other -> other.name().equals(name))) {
                throw Problem.invalid("Cannot have two properties with the name " + name + '.');
            }
            renamed = old.renamed(name);
        }
        String type = typeIn(change, old.type());
        return type.equals(old.type()) && !change.has(type)
                ? renamed
                : new Property(renamed.id(), renamed.name(), type, config(renamed.name(), type, change));
    }

    private Property added(String name, JsonNode declaration) {
        if (name.isBlank()) {
            throw Problem.badBody("properties should have names.");
        }
        String type = typeIn(declaration, "");
        if (type.isEmpty()) {
            throw Problem.badBody("properties." + name + " should have a type that is known: "
                    + String.join(", ", Property.TYPES.stream().sorted().toList()));
        }
        return Property.added(name, type, config(name, type, declaration), workspace.chance);
    }

    private static String typeIn(JsonNode declaration, String otherwise) {
        return Property.TYPES.stream().filter(declaration::has).findFirst().orElse(otherwise);
    }

    private ObjectNode config(String name, String type, JsonNode declaration) {
        JsonNode sent = declaration.path(type);
        return switch (type) {
            case "number" -> Json.object().put("format", sent.path("format").asText("number"));
            case "select", "multi_select" -> options(name, type, sent);
            case "status" -> Options.statuses(options(name, type, sent));
            case "relation" -> relation(sent);
            default -> Json.object();
        };
    }

    private static ObjectNode options(String name, String type, JsonNode sent) {
        ObjectNode config = Json.object();
        var options = config.putArray("options");
        RichText.atMost(
                sent.path("options").size(), RichText.MOST, "properties." + name + '.' + type + ".options.length");
        for (JsonNode option : sent.path("options")) {
            String called = option.path("name").asText();
            if (called.contains(",")) {
                throw Problem.invalid("Invalid " + type + " option, commas not allowed: " + called);
            }
            options.add(Options.option(called, option.path("color").asText("default")));
        }
        return config;
    }

    private ObjectNode relation(JsonNode sent) {
        String target = sent.path("data_source_id").asText();
        if (target.isEmpty()) {
            throw Problem.badBody("properties.relation.data_source_id should be defined, instead was `undefined`.");
        }
        if (sent.has("dual_property")) {
            throw Problem.invalid("This stand-in makes relations of one side only: single_property.");
        }
        DataSource related = workspace.source(target);
        ObjectNode config = Json.object()
                .put("database_id", related.database())
                .put("data_source_id", related.id())
                .put("type", "single_property");
        config.putObject("single_property");
        return config;
    }
}
