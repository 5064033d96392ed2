package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.util.List;

/// The options of `select`, `multi_select` and `status`. A page that names a new one adds it to the schema, but not
/// where it is a `status`.
final class Options {

    static final int LONGEST = 100;

    /// How large a property's options may become, as JSON.
    private static final int LARGEST = 50 << 10;

    private static final List<String> COLOURS =
            List.of("default", "gray", "brown", "orange", "yellow", "green", "blue", "purple", "pink", "red");

    private Options() {}

    static String nameOf(Property property, String id) {
        for (JsonNode option : property.options()) {
            if (!id.isEmpty() && option.path("id").asText().equals(id)) {
                return option.path("name").asText();
            }
        }
        return "";
    }

    /// `property` with those options that `written` names and it lacks.
    ///
    /// @throws Problem if they do not fit, or must not be added by a page
    static Property including(JsonNode written, Property property, Workspace workspace) {
        Property complete = property;
        for (JsonNode one : written.isArray() ? written : Json.array().add(written)) {
            String name = one.path("name").asText();
            if (!name.isEmpty() && find(complete, name).isMissingNode()) {
                complete = with(name, complete, workspace);
            }
        }
        return complete;
    }

    private static Property with(String name, Property property, Workspace workspace) {
        if (property.type().equals("status")) {
            throw Problem.invalid("Status option \"" + name + "\" does not exist.");
        }
        ObjectNode config = property.config().deepCopy();
        ArrayNode options = config.withArray("options");
        options.add(option(name, COLOURS.get(workspace.chance.nextInt(COLOURS.size()))));
        if (options.size() * LONGEST > LARGEST && options.toString().length() > LARGEST) {
            throw Problem.invalid("Your database schema has exceeded the maximum size.");
        }
        return property.with(config);
    }

    static ObjectNode option(String name, String colour) {
        return Json.object()
                .put("id", Workspace.newId())
                .put("name", name)
                .put("color", colour)
                .putNull("description");
    }

    /// `option`, if its name can be one.
    static ObjectNode named(ObjectNode option, String type, String where) {
        String name = option.path("name").asText();
        if (name.isEmpty()) {
            throw Problem.badBody(where + ".name should be populated, instead was `\"\"`.");
        }
        if (name.contains(",")) {
            throw Problem.invalid("Invalid " + type + " option, commas not allowed: " + name);
        }
        RichText.atMost(name.length(), LONGEST, where + ".name.length");
        RichText.wholeCharacters(name, where + ".name");
        return option;
    }

    /// What a `status` has from the start, and cannot get by a page.
    static ObjectNode statuses(ObjectNode config) {
        ArrayNode options = config.withArray("options");
        if (options.isEmpty()) {
            options.add(option("Not started", "default"))
                    .add(option("In progress", "blue"))
                    .add(option("Done", "green"));
        }
        ArrayNode groups = config.putArray("groups");
        List<String> names = List.of("To-do", "In progress", "Complete");
        for (int at = 0; at < names.size(); at++) {
            ObjectNode group = groups.addObject().put("id", Workspace.newId()).put("name", names.get(at));
            ArrayNode ids = group.put("color", COLOURS.get(at)).putArray("option_ids");
            if (at < options.size()) {
                ids.add(options.get(at).path("id").asText());
            }
        }
        return config;
    }

    /// `written` with whole options in the place of their names.
    static JsonNode resolved(JsonNode written, Property property) {
        if (!written.isArray()) {
            return written.isNull()
                    ? written
                    : find(property, written.path("name").asText());
        }
        ArrayNode whole = Json.array();
        written.forEach(one -> {
            JsonNode option = find(property, one.path("name").asText());
            if (!option.isMissingNode()) {
                whole.add(option);
            }
        });
        return whole;
    }

    private static JsonNode find(Property property, String name) {
        for (JsonNode option : property.options()) {
            if (option.path("name").asText().equals(name)) {
                return Json.object()
                        .put("id", option.path("id").asText())
                        .put("name", name)
                        .put("color", option.path("color").asText());
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
}
