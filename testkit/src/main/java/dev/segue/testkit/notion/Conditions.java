package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// What a filter asks of a value, by the type of its property.
final class Conditions {

    private Conditions() {}

    /// All of `conditions` together.
    ///
    /// @param now for conditions such as `past_week`
    /// @throws Problem if that type knows no such condition
    static Predicate<JsonNode> of(String type, JsonNode conditions, Instant now) {
        List<Predicate<JsonNode>> all = new ArrayList<>();
        conditions.properties().forEach(one -> all.add(condition(type, one.getKey(), one.getValue(), now)));
        if (all.isEmpty()) {
            throw Problem.badBody("filter." + type + " should have a condition.");
        }
        return value -> all.stream().allMatch(one -> one.test(value));
    }

    private static Predicate<JsonNode> condition(String type, String word, JsonNode wanted, Instant now) {
        if (word.equals("is_empty") || word.equals("is_not_empty")) {
            if (!wanted.equals(BooleanNode.TRUE) || type.equals("checkbox")) {
                throw unknown(type, word);
            }
            return word.equals("is_empty") ? Conditions::isEmpty : value -> !isEmpty(value);
        }
        return switch (type) {
            case "title", "rich_text", "url", "email", "phone_number" -> text(word, text(wanted, type, word));
            case "number" -> number(word, wanted);
            case "checkbox" -> either(word, "equals", "does_not_equal", flag(wanted, word)::equals);
            case "select", "status" -> either(word, "equals", "does_not_equal", named(text(wanted, type, word)));
            case "multi_select" -> either(word, "contains", "does_not_contain", any(named(text(wanted, type, word))));
            case "relation", "people" ->
                either(word, "contains", "does_not_contain", any(of(text(wanted, type, word))));
            case "created_by", "last_edited_by" ->
                either(word, "contains", "does_not_contain", of(text(wanted, type, word)));
            case "date", "created_time", "last_edited_time" ->
                Moments.isRelative(word)
                        ? relative(word, now)
                        : date(word, Moments.named(text(wanted, type, word), now));
            default -> throw unknown(type, word);
        };
    }

    private static Problem unknown(String type, String word) {
        return Problem.badBody("filter." + type + '.' + word + " should be not present.");
    }

    private static String text(JsonNode wanted, String type, String word) {
        if (!wanted.isTextual()) {
            throw Problem.badBody("filter." + type + '.' + word + " should be a string, instead was `" + wanted + "`.");
        }
        return wanted.asText();
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isMissingNode() || (value.isArray() && value.isEmpty());
    }

    private static Predicate<JsonNode> text(String word, String wanted) {
        BiPredicate<String, String> test = switch (word) {
            case "equals" -> String::equals;
            case "does_not_equal" -> (value, other) -> !value.equals(other);
            case "contains" -> (value, other) -> lower(value).contains(lower(other));
            case "does_not_contain" -> (value, other) -> !lower(value).contains(lower(other));
            case "starts_with" -> (value, other) -> lower(value).startsWith(lower(other));
            case "ends_with" -> (value, other) -> lower(value).endsWith(lower(other));
            default -> throw unknown("rich_text", word);
        };
        return value -> test.test(value.isArray() ? RichText.plain(value) : value.asText(""), wanted);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Predicate<JsonNode> number(String word, JsonNode wanted) {
        if (!wanted.isNumber()) {
            throw Problem.badBody("filter.number." + word + " should be a number, instead was `" + wanted + "`.");
        }
        double other = wanted.asDouble();
        Predicate<Double> test = switch (word) {
            case "equals" -> value -> value == other;
            case "does_not_equal" -> value -> value != other;
            case "greater_than" -> value -> value > other;
            case "less_than" -> value -> value < other;
            case "greater_than_or_equal_to" -> value -> value >= other;
            case "less_than_or_equal_to" -> value -> value <= other;
            default -> throw unknown("number", word);
        };
        return value -> value.isNumber() && test.test(value.asDouble());
    }

    private static Predicate<JsonNode> either(String word, String yes, String no, Predicate<JsonNode> test) {
        if (word.equals(yes)) {
            return test;
        }
        if (word.equals(no)) {
            return test.negate();
        }
        throw Problem.badBody("filter." + word + " should be `" + yes + "` or `" + no + "`.");
    }

    private static JsonNode flag(JsonNode wanted, String word) {
        if (!wanted.isBoolean()) {
            throw Problem.badBody("filter.checkbox." + word + " should be a boolean, instead was `" + wanted + "`.");
        }
        return wanted;
    }

    /// An option, by its name or its id.
    private static Predicate<JsonNode> named(String wanted) {
        return option -> option.path("name").asText().equals(wanted)
                || option.path("id").asText().equals(wanted);
    }

    /// A page or a user, by its id.
    private static Predicate<JsonNode> of(String id) {
        String dashed = Workspace.dashed(id, "filter");
        return one -> one.path("id").asText().equals(dashed);
    }

    private static Predicate<JsonNode> any(Predicate<JsonNode> test) {
        return values -> values.valueStream().anyMatch(test);
    }

    private static Predicate<JsonNode> relative(String word, Instant now) {
        Moments.Days days = Moments.days(word, now);
        return value -> {
            String start = start(value);
            return !start.isEmpty() && days.include(start);
        };
    }

    private static String start(JsonNode value) {
        return value.isObject() ? value.path("start").asText() : value.asText("");
    }

    private static Predicate<JsonNode> date(String word, String wanted) {
        Predicate<Integer> test = switch (word) {
            case "equals" -> order -> order == 0;
            case "before" -> order -> order < 0;
            case "after" -> order -> order > 0;
            case "on_or_before" -> order -> order <= 0;
            case "on_or_after" -> order -> order >= 0;
            default -> throw unknown("date", word);
        };
        return value -> {
            String start = start(value);
            return !start.isEmpty() && test.test(Moments.compare(start, wanted));
        };
    }
}
