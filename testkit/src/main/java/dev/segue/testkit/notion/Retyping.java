package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.segue.testkit.standin.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Collectors;

/// What happens to values when a property gets another type: what reads as that type becomes it, the rest is emptied.
/// Guarded by the lock of [Notion].
final class Retyping {

    private final DataSource old;
    private final Workspace workspace;

    Retyping(DataSource old, Workspace workspace) {
        this.old = old;
        this.workspace = workspace;
    }

    /// Rewrites the rows.
    ///
    /// @return `changed` with those options that the values need
    DataSource carriedOut(DataSource changed) {
        DataSource grown = changed;
        for (Property property : changed.properties()) {
            Optional<Property> before = old.properties().stream()
                    .filter(one -> one.id().equals(property.id()))
                    .filter(one -> isOther(one, property))
                    .findFirst();
            if (before.isPresent()) {
                grown = grown.replacing(rewritten(before.get(), property), grown.edited());
            }
        }
        return grown;
    }

    private static boolean isOther(Property one, Property other) {
        return !one.type().equals(other.type())
                || (one.type().equals("relation") && !one.config().equals(other.config()));
    }

    private Property rewritten(Property before, Property after) {
        Property grown = after;
        if (after.type().endsWith("select")) {
            for (Page page : workspace.rows(old.id())) {
                grown = Options.including(value(page, before, after), grown, workspace);
            }
        }
        Property whole = grown;
        workspace.rewrite(old.id(), page -> {
            var values = new HashMap<>(page.values());
            JsonNode value = value(page, before, after);
            JsonNode kept = whole.hasOptions() ? Options.resolved(value, whole) : value;
            values.remove(before.id());
            if (!kept.isMissingNode() && !kept.isNull()) {
                values.put(after.id(), kept);
            }
            return page.holding(values);
        });
        return whole;
    }

    /// What `page` has in `before`, as it would be written into `after`; null if it cannot be.
    private static JsonNode value(Page page, Property before, Property after) {
        String text = text(Values.of(page, before), before.type());
        return switch (after.type()) {
            case "rich_text" -> RichText.of(text);
            case "url", "email", "phone_number" -> text.isEmpty() ? NullNode.getInstance() : Json.tree(text);
            case "checkbox" -> Json.tree(text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true"));
            case "number" -> number(text);
            case "select", "status" -> text.isEmpty() ? NullNode.getInstance() : option(text);
            case "multi_select" -> options(text);
            case "date" -> Moments.isWhole(text) ? Moments.written(text) : NullNode.getInstance();
            default -> NullNode.getInstance();
        };
    }

    private static JsonNode number(String text) {
        try {
            return Json.tree(new BigDecimal(text.strip()));
        } catch (NumberFormatException none) {
            return NullNode.getInstance();
        }
    }

    private static ArrayNode options(String text) {
        ArrayNode options = Json.array();
        Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(RichText.MOST)
                .forEach(name -> options.add(option(name)));
        return options;
    }

    private static JsonNode option(String text) {
        String name = text.replace(",", "").strip();
        return Json.object().put("name", name.substring(0, Math.min(name.length(), Options.LONGEST)));
    }

    private static String text(JsonNode value, String type) {
        return switch (type) {
            case "title", "rich_text" -> RichText.plain(value);
            case "checkbox" -> value.asBoolean() ? "Yes" : "No";
            case "select", "status" -> value.path("name").asText();
            case "multi_select" ->
                value.valueStream().map(one -> one.path("name").asText()).collect(Collectors.joining(", "));
            case "date" -> value.path("start").asText();
            default -> value.isValueNode() && !value.isNull() ? value.asText() : "";
        };
    }
}
