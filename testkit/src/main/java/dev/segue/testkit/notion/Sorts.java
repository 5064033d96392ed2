package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// The order of a query's answer.
final class Sorts {

    private Sorts() {}

    /// As `sorts` asks; where it leaves things open, as they were made.
    ///
    /// @throws Problem if Notion would refuse it
    static Comparator<Page> of(JsonNode sorts, DataSource source) {
        if (!sorts.isArray() && !sorts.isMissingNode()) {
            throw Problem.badBody("sorts should be an array, instead was `" + sorts + "`.");
        }
        Comparator<Page> order = (_, _) -> 0;
        for (JsonNode sort : sorts) {
            String direction = sort.path("direction").asText();
            if (!List.of("ascending", "descending").contains(direction)) {
                throw Problem.badBody("sorts.direction should be `\"ascending\"` or `\"descending\"`, instead was `\""
                        + direction + "\"`.");
            }
            Comparator<Page> next = by(sort, source);
            order = order.thenComparing(direction.equals("descending") ? next.reversed() : next);
        }
        return order;
    }

    private static Comparator<Page> by(JsonNode sort, DataSource source) {
        if (sort.has("timestamp")) {
            return switch (sort.get("timestamp").asText()) {
                case "created_time" -> Comparator.comparing(page -> PageView.time(page.created()));
                case "last_edited_time" -> Comparator.comparing(page -> PageView.time(page.edited()));
                default ->
                    throw Problem.badBody("sorts[0].timestamp should be `\"created_time\"` or `\"last_edited_time\"`.");
            };
        }
        Property property = source.property(sort.path("property").asText());
        return property.type().equals("number")
                ? Comparator.comparingDouble(page -> Values.of(page, property).asDouble(Double.NEGATIVE_INFINITY))
                : Comparator.comparing(text(property), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(text(property));
    }

    private static Function<Page, String> text(Property property) {
        return page -> {
            JsonNode value = Values.of(page, property);
            return switch (property.type()) {
                case "title", "rich_text" -> RichText.plain(value);
                case "date" -> value.path("start").asText();
                case "select", "status" -> value.path("name").asText();
                default -> value.isValueNode() ? value.asText() : value.toString();
            };
        };
    }
}
