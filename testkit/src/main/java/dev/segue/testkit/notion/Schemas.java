package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Columns of a data source: declared, changed, renamed, removed. Guarded by the lock of [Notion].
final class Schemas {

    private final Workspace workspace;
    private final Configs configs;

    Schemas(Workspace workspace) {
        this.workspace = workspace;
        this.configs = new Configs(workspace);
    }

    /// The properties of a new data source.
    ///
    /// @throws Problem if Notion would refuse them
    List<Property> declared(JsonNode properties) {
        List<Property> declared = new ArrayList<>();
        properties.properties().forEach(one -> declared.add(added(one.getKey(), one.getValue())));
        return oneTitle(declared);
    }

    private static List<Property> oneTitle(List<Property> all) {
        long titles =
                all.stream().filter(property -> property.type().equals("title")).count();
        if (titles == 0) {
            throw Problem.invalid("Title is not provided");
        }
        if (titles > 1) {
            throw Problem.invalid("Cannot have more than one title property.");
        }
        return all;
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
        return oneTitle(all);
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
        Property described = change.has("description") ? renamed.described(about(change)) : renamed;
        String type = typeIn(change, old.type());
        return change.has(type)
                ? described.retyped(type, configs.of(described.name(), type, change, old.config()))
                : described;
    }

    private static Optional<String> about(JsonNode declaration) {
        return Optional.ofNullable(declaration.path("description").textValue());
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
        ObjectNode config = configs.of(name, type, declaration, Json.object());
        return Property.added(name, type, about(declaration), config, workspace.chance);
    }

    private static String typeIn(JsonNode declaration, String otherwise) {
        String said = declaration.path("type").asText("");
        return declaration.has(said)
                ? Property.TYPES.contains(said) ? said : ""
                : Property.TYPES.stream().filter(declaration::has).findFirst().orElse(otherwise);
    }
}
