package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// What may be written into a property, and what is then kept.
final class Values {

    private Values() {}

    /// What `page` has in `property`.
    static JsonNode of(Page page, Property property) {
        return switch (property.type()) {
            case "created_time" -> Json.tree(PageView.time(page.created()));
            case "last_edited_time" -> Json.tree(PageView.time(page.edited()));
            case "created_by" -> PageView.bot();
            case "last_edited_by" -> PageView.user(page.person() ? PageView.PERSON : PageView.BOT);
            case "title", "rich_text", "multi_select", "relation", "files", "people" ->
                page.values().getOrDefault(property.id(), Json.array());
            case "checkbox" -> page.values().getOrDefault(property.id(), Json.tree(false));
            default -> page.values().getOrDefault(property.id(), NullNode.getInstance());
        };
    }

    /// What `sent` comes to in `property`.
    ///
    /// @param key how the sender called the property
    /// @throws Problem if Notion would refuse it
    static JsonNode read(JsonNode sent, Property property, String key, Workspace workspace) {
        if (!sent.has(property.type())) {
            throw Problem.invalid(property.name() + " is expected to be " + property.type() + '.');
        }
        JsonNode value = sent.get(property.type());
        String where = "properties." + key + '.' + property.type();
        return switch (property.type()) {
            case "title", "rich_text" -> RichText.read(value, where);
            case "number" -> value.isNumber() || value.isNull() ? value : wrong(value, where, "a number or `null`");
            case "checkbox" -> value.isBoolean() ? value : wrong(value, where, "a boolean");
            case "url" -> text(value, where, RichText.LONGEST);
            case "email", "phone_number" -> text(value, where, 200);
            case "date" -> date(value, where);
            case "select", "status" -> value.isNull() ? value : option(value, property, where);
            case "multi_select" -> options(value, property, where);
            case "relation" -> relation(value, property, where, workspace);
            case "files" -> files(value, where);
            case "people" -> people(value, where);
            default -> throw Problem.invalid(property.name() + " cannot be written: it is computed.");
        };
    }

    private static JsonNode wrong(JsonNode value, String where, String wanted) {
        throw Problem.badBody(where + " should be " + wanted + ", instead was `" + value + "`.");
    }

    private static JsonNode text(JsonNode value, String where, int longest) {
        if (value.isNull()) {
            return value;
        }
        if (!value.isTextual() || value.asText().isEmpty()) {
            return wrong(value, where, "populated or `null`");
        }
        RichText.atMost(value.asText().length(), longest, where + ".length");
        RichText.wholeCharacters(value.asText(), where);
        return value;
    }

    private static JsonNode date(JsonNode value, String where) {
        if (value.isNull()) {
            return value;
        }
        if (!value.isObject()) {
            return wrong(value, where, "an object or `null`");
        }
        ZoneId zone = zone(value.path("time_zone").asText(""), where + ".time_zone");
        String start = Moments.iso(value.path("start").asText(), zone, where + ".start");
        String end = value.hasNonNull("end") ? Moments.iso(value.get("end").asText(), zone, where + ".end") : "";
        if (!end.isEmpty() && Moments.compare(end, start) < 0) {
            throw Problem.invalid("Start date must be before end date.");
        }
        return Json.object()
                .put("start", start)
                .put("end", end.isEmpty() ? null : end)
                .putNull("time_zone");
    }

    private static ZoneId zone(String name, String where) {
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException none) {
            throw Problem.badBody(where + " should be a valid IANA time zone, instead was `\"" + name + "\"`.");
        }
    }

    private static ArrayNode options(JsonNode value, Property property, String where) {
        if (!value.isArray()) {
            wrong(value, where, "an array");
        }
        RichText.atMost(value.size(), RichText.MOST, where + ".length");
        ArrayNode options = Json.array();
        for (int at = 0; at < value.size(); at++) {
            options.add(option(value.get(at), property, where + '[' + at + ']'));
        }
        return options;
    }

    /// The name of an option; which option it is, the schema says later: see [Options].
    private static ObjectNode option(JsonNode value, Property property, String where) {
        String name = value.path("name")
                .asText(Options.nameOf(property, value.path("id").asText()));
        return Options.named(Json.object().put("name", name), property.type(), where);
    }

    private static ArrayNode files(JsonNode value, String where) {
        if (!value.isArray()) {
            wrong(value, where, "an array");
        }
        RichText.atMost(value.size(), RichText.MOST, where + ".length");
        ArrayNode files = Json.array();
        for (JsonNode file : value) {
            if (!file.at("/external/url").isTextual() || !file.path("name").isTextual()) {
                return (ArrayNode) wrong(file, where, "files that have a name and an `external.url`");
            }
            text(file.at("/external/url"), where + ".external.url", RichText.LONGEST);
            files.add(Look.typed(file.deepCopy()));
        }
        return files;
    }

    private static ArrayNode people(JsonNode value, String where) {
        if (!value.isArray()) {
            wrong(value, where, "an array");
        }
        RichText.atMost(value.size(), RichText.MOST, where + ".length");
        ArrayNode people = Json.array();
        for (JsonNode one : value) {
            people.add(PageView.user(Users.known(one.path("id").asText(), where)));
        }
        return people;
    }

    private static ArrayNode relation(JsonNode value, Property property, String where, Workspace workspace) {
        if (!value.isArray()) {
            wrong(value, where, "an array");
        }
        RichText.atMost(value.size(), RichText.MOST, where + ".length");
        ArrayNode related = Json.array();
        for (JsonNode one : value) {
            Page page = workspace.page(one.path("id").asText());
            if (!page.parent().equals(property.config().path("data_source_id").asText())) {
                throw Problem.invalid("The page " + page.id() + " is not in the related data source.");
            }
            related.add(Json.object().put("id", page.id()));
        }
        return related;
    }
}
