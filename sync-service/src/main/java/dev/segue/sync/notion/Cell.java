package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.sync.Field;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// One value as a property of a type. What is written can be read with the same words: [#read] of [#write] is what
/// Notion will show.
final class Cell {

    /// The types that can hold a field.
    static final Set<String> TYPES =
            Set.of("title", "rich_text", "number", "checkbox", "url", "date", "select", "multi_select");

    private static final int MOST_OPTIONS = 100;
    private static final int LONGEST_URL = 2000;

    private Cell() {}

    /// @param value empty: the property is emptied
    static ObjectNode write(String type, Field field, Optional<Object> value) {
        ObjectNode cell = NotionApi.JSON.createObjectNode();
        Optional<String> text = value.map(Object::toString);
        switch (type) {
            case "title", "rich_text" -> cell.set(type, Text.pieces(text.orElse("")));
            case "checkbox" -> cell.put(type, value.equals(Optional.of(1L)));
            case "url" ->
                cell.put(
                        type,
                        text.filter(url -> !url.isEmpty() && url.length() <= LONGEST_URL)
                                .orElse(null));
            case "number" -> cell.set(type, number(value));
            case "date" -> cell.set(type, date(text));
            case "select" ->
                cell.set(
                        type,
                        text.map(Text::option)
                                .filter(name -> !name.isEmpty())
                                .map(name -> (JsonNode)
                                        NotionApi.JSON.createObjectNode().put("name", name))
                                .orElse(cell.nullNode()));
            case "multi_select" -> options(cell, field, text.orElse(""));
            default -> throw new IllegalArgumentException("no field is written as " + type);
        }
        return cell;
    }

    private static void options(ObjectNode cell, Field field, String text) {
        var options = cell.putArray("multi_select");
        Arrays.stream(text.split(separator(field), -1))
                .map(Text::option)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_OPTIONS)
                .forEach(name -> options.addObject().put("name", name));
    }

    private static String separator(Field field) {
        return field == Field.ARTISTS ? "; " : ", ";
    }

    private static JsonNode number(Optional<Object> value) {
        Object given = value.orElse("");
        return NotionApi.JSON.valueToTree(given instanceof Number ? given : null);
    }

    private static JsonNode date(Optional<String> text) {
        ObjectNode date = NotionApi.JSON.createObjectNode();
        Optional<String> start = text.flatMap(Cell::moment);
        return start.isPresent() ? date.put("start", start.get()) : date.nullNode();
    }

    /// A whole date, or a time to the minute; empty for anything less: Notion would refuse it.
    private static Optional<String> moment(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text)
                                    .toInstant()
                                    .truncatedTo(ChronoUnit.MINUTES)
                                    .toString()
                            : LocalDate.parse(text).toString());
        } catch (DateTimeException less) {
            return Optional.empty();
        }
    }

    /// What `cell` shows; empty if nothing.
    static Optional<Object> read(JsonNode cell, String type, Field field) {
        JsonNode value = cell.path(type);
        return switch (type) {
            case "title", "rich_text" -> typed(Text.plain(value), field);
            case "checkbox" -> Optional.of(value.asBoolean() ? 1L : 0L);
            case "number" -> value.isNumber() ? Optional.of(number(value, field)) : Optional.empty();
            case "date" ->
                Optional.of(value.path("start").asText()).flatMap(Cell::moment).map(Object.class::cast);
            case "select" -> typed(value.path("name").asText(), field);
            case "multi_select" ->
                typed(
                        StreamSupport.stream(value.spliterator(), false)
                                .map(option -> option.path("name").asText())
                                .collect(Collectors.joining(separator(field))),
                        field);
            default -> typed(value.isTextual() ? value.asText() : "", field);
        };
    }

    private static Object number(JsonNode value, Field field) {
        return field.kind() == Field.Kind.REAL ? (Object) value.asDouble() : (Object) value.asLong();
    }

    /// `text` as the kind of value that the field has; as text if it is none: so it differs from what shall be.
    private static Optional<Object> typed(String text, Field field) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (field.kind()) {
                        case TEXT -> text;
                        case WHOLE -> Long.valueOf(text);
                        case REAL -> Double.valueOf(text);
                    });
        } catch (NumberFormatException none) {
            return Optional.of(text);
        }
    }
}
