package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.segue.testkit.standin.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Which pages a query is about: `{"property": …, "rich_text": {"equals": …}}`, and such in `or` and `and`.
final class Filters {

    private static final int DEEPEST = 2;

    private Filters() {}

    /// @throws Problem if Notion would refuse the filter
    static Predicate<Page> of(JsonNode filter, DataSource source, Instant now) {
        if (!filter.isObject()) {
            throw Problem.badBody("filter should be an object, instead was `" + filter + "`.");
        }
        return of(filter, source, now, 0);
    }

    private static Predicate<Page> of(JsonNode filter, DataSource source, Instant now, int depth) {
        for (String word : List.of("or", "and")) {
            if (filter.has(word)) {
                if (depth == DEEPEST) {
                    throw Problem.badBody("filter is nested too deeply: two levels of `or` and `and` at most.");
                }
                return compound(filter.get(word), word, source, now, depth);
            }
        }
        return filter.has("timestamp") ? timestamp(filter, now) : property(filter, source, now);
    }

    private static Predicate<Page> compound(JsonNode parts, String word, DataSource source, Instant now, int depth) {
        if (!parts.isArray()) {
            throw Problem.badBody("filter." + word + " should be an array.");
        }
        RichText.atMost(parts.size(), RichText.MOST, "filter." + word + ".length");
        List<Predicate<Page>> all = new ArrayList<>();
        parts.forEach(part -> all.add(of(part, source, now, depth + 1)));
        return word.equals("or")
                ? page -> all.stream().anyMatch(one -> one.test(page))
                : page -> all.stream().allMatch(one -> one.test(page));
    }

    private static Predicate<Page> timestamp(JsonNode filter, Instant now) {
        String which = filter.path("timestamp").asText();
        if (!List.of("created_time", "last_edited_time").contains(which) || !filter.has(which)) {
            throw Problem.badBody("filter.timestamp should be `\"created_time\"` or `\"last_edited_time\"`.");
        }
        Predicate<JsonNode> test = Conditions.of("date", filter.get(which), now);
        return page ->
                test.test(Json.tree(PageView.time(which.equals("created_time") ? page.created() : page.edited())));
    }

    private static Predicate<Page> property(JsonNode filter, DataSource source, Instant now) {
        String reference = filter.path("property").asText();
        if (reference.isEmpty()) {
            throw Problem.badBody("filter.property should be defined, instead was `undefined`.");
        }
        Property property = find(source, reference);
        JsonNode conditions = filter.path(property.type());
        if (!conditions.isObject()) {
            throw Problem.invalid(
                    "The property type in the database does not match the property type of the filter provided: database"
                            + " property " + property.type() + " does not match filter " + typeIn(filter) + '.');
        }
        Predicate<JsonNode> test = Conditions.of(property.type(), conditions, now);
        return page -> test.test(Values.of(page, property));
    }

    private static Property find(DataSource source, String reference) {
        return source.properties().stream()
                .filter(property -> property.isCalled(reference))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("Could not find property with name or id: " + reference));
    }

    private static String typeIn(JsonNode filter) {
        return filter.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("property") && !name.equals("type"))
                .findFirst()
                .orElseGet(() -> MissingNode.getInstance().asText("undefined"));
    }
}
