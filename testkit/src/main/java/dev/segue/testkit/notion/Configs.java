package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.util.Set;

/// What stands under a type's name in the schema: a number's format, the options, the data source that is related.
final class Configs {

    private static final Set<String> FORMATS = Set.of(
            ("number number_with_commas percent dollar australian_dollar canadian_dollar singapore_dollar euro pound yen"
                            + " ruble rupee won yuan real lira rupiah franc hong_kong_dollar new_zealand_dollar krona"
                            + " norwegian_krone mexican_peso rand new_taiwan_dollar danish_krone zloty baht forint"
                            + " koruna shekel chilean_peso philippine_peso dirham colombian_peso riyal ringgit leu"
                            + " argentine_peso uruguayan_peso peruvian_sol")
                    .split(" "));

    private final Workspace workspace;

    Configs(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What `declaration` comes to.
    ///
    /// @param old what the property has now; options that it has keep their ids and colours
    /// @throws Problem if Notion would refuse it
    ObjectNode of(String name, String type, JsonNode declaration, ObjectNode old) {
        JsonNode sent = declaration.path(type);
        if (!sent.isObject()) {
            throw Problem.badBody(
                    "properties." + name + '.' + type + " should be an object, instead was `" + sent + "`.");
        }
        return switch (type) {
            case "number" -> number(name, sent);
            case "select", "multi_select" -> options(name, type, sent, old);
            case "status" -> Options.statuses(options(name, type, sent, old));
            case "relation" -> relation(name, sent);
            default -> Json.object();
        };
    }

    private static ObjectNode number(String name, JsonNode sent) {
        String format = sent.path("format").asText("number");
        if (!FORMATS.contains(format)) {
            throw Problem.badBody("properties." + name
                    + ".number.format should be a format of numbers that is known, instead was `\"" + format + "\"`.");
        }
        return Json.object().put("format", format);
    }

    private static ObjectNode options(String name, String type, JsonNode sent, ObjectNode old) {
        ObjectNode config = Json.object();
        ArrayNode options = config.putArray("options");
        if (!sent.has("options")) {
            return old.has("options") ? old.deepCopy() : config;
        }
        String where = "properties." + name + '.' + type + ".options";
        RichText.atMost(sent.path("options").size(), RichText.MOST, where + ".length");
        for (JsonNode option : sent.path("options")) {
            options.add(option(option, type, where, old));
        }
        return config;
    }

    private static ObjectNode option(JsonNode sent, String type, String where, ObjectNode old) {
        for (JsonNode known : old.path("options")) {
            if (known.path("name").equals(sent.path("name")) || known.path("id").equals(sent.path("id"))) {
                ObjectNode kept = known.deepCopy();
                kept.put("name", sent.path("name").asText(known.path("name").asText()));
                return Options.named(kept, type, where);
            }
        }
        String name = sent.path("name").asText();
        return Options.named(Options.option(name, sent.path("color").asText("default")), type, where);
    }

    private ObjectNode relation(String name, JsonNode sent) {
        String target = sent.path("data_source_id").asText();
        if (target.isEmpty()) {
            throw Problem.badBody(
                    "properties." + name + ".relation.data_source_id should be defined, instead was `undefined`.");
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
