package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What may be written into a property, and what is then kept.
final class Values {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

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
            case "people" -> value.isArray() ? value : wrong(value, where, "an array");
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
        ObjectNode date = Json.object().put("start", moment(value.path("start"), where + ".start"));
        boolean ends = value.hasNonNull("end");
        date.put("end", ends ? moment(value.get("end"), where + ".end") : null);
        return date.put("time_zone", value.path("time_zone").textValue());
    }

    private static String moment(JsonNode value, String where) {
        String text = value.asText();
        try {
            return text.contains("T")
                    ? MOMENT.format(OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC))
                    : LocalDate.parse(text).toString();
        } catch (DateTimeException none) {
            throw Problem.badBody(where + " should be a valid ISO 8601 date string, instead was `\"" + text + "\"`.");
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
        if (name.isEmpty()) {
            throw Problem.badBody(where + ".name should be populated, instead was `\"\"`.");
        }
        if (name.contains(",")) {
            throw Problem.invalid("Invalid " + property.type() + " option, commas not allowed: " + name);
        }
        RichText.atMost(name.length(), Options.LONGEST, where + ".name.length");
        RichText.wholeCharacters(name, where + ".name");
        return Json.object().put("name", name);
    }

    private static ArrayNode files(JsonNode value, String where) {
        if (!value.isArray()) {
            wrong(value, where, "an array");
        }
        RichText.atMost(value.size(), RichText.MOST, where + ".length");
        ArrayNode files = Json.array();
        for (JsonNode file : value) {
            text(file.at("/external/url"), where + ".external.url", RichText.LONGEST);
            files.add(Look.typed((ObjectNode) file));
        }
        return files;
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
