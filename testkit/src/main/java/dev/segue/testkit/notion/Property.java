package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A column of a data source. Immutable; `config` is never changed, only replaced.
///
/// @param id     as it stands in answers, percent-encoded: `title`, `aB%3Ac`
/// @param about  its description, for people
/// @param config what stands under the type's name in the schema
record Property(String id, String name, String type, Optional<String> about, ObjectNode config) {

    static final Set<String> TYPES = Set.of(
            "title",
            "rich_text",
            "number",
            "select",
            "multi_select",
            "status",
            "date",
            "checkbox",
            "url",
            "email",
            "phone_number",
            "relation",
            "files",
            "people",
            "created_time",
            "created_by",
            "last_edited_time",
            "last_edited_by");

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz:;<=>?@[]^_`{|}~";

    /// A property with a new id: four characters, some of which have to be encoded in a URL.
    static Property added(String name, String type, Optional<String> about, ObjectNode config, RandomGenerator chance) {
        var id = new StringBuilder();
        for (int at = 0; at < 4; at++) {
            id.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        String encoded = URLEncoder.encode(id.toString(), StandardCharsets.UTF_8);
        return new Property(type.equals("title") ? "title" : encoded, name, type, about, config);
    }

    /// Whether `reference` names this property: by its id, encoded or not, or by its name.
    boolean isCalled(String reference) {
        return name.equals(reference) || decoded(id).equals(decoded(reference));
    }

    Property renamed(String newName) {
        return new Property(id, newName, type, about, config);
    }

    Property with(ObjectNode newConfig) {
        return new Property(id, name, type, about, newConfig);
    }

    Property described(Optional<String> newAbout) {
        return new Property(id, name, type, newAbout, config);
    }

    Property retyped(String newType, ObjectNode newConfig) {
        return new Property(id, name, newType, about, newConfig);
    }

    boolean hasOptions() {
        return config.has("options");
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("name", name).put("type", type);
        json.put("description", about.orElse(null)).set(type, config);
        return json;
    }

    JsonNode options() {
        return config.path("options");
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return id;
        }
    }
}
