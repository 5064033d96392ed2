package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.sync.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which property of the data source holds what. Immutable.
///
/// @param columns   by [Column#key()]; what the data source lacks is not in it
/// @param playlists the data source to which tracks are related
/// @param lacking   what is missing or of no use, for people
record Schema(String dataSource, Map<String, Property> columns, Optional<String> playlists, List<String> lacking) {

    private static final Set<String> OPTIONS = Set.of("select", "multi_select");

    Schema {
        columns = Map.copyOf(columns);
        lacking = List.copyOf(lacking);
    }

    /// A property by its id, which a new name does not change.
    record Property(String id, String type) {}

    /// The schema in an answer of `GET /v1/data_sources/{id}`.
    ///
    /// @param chosen     by key: how the person calls a property, by name or id
    /// @param remembered by key: the id that it had before
    static Schema of(JsonNode source, Map<String, String> chosen, Map<String, String> remembered) {
        var columns = new LinkedHashMap<String, Property>();
        var lacking = new ArrayList<String>();
        JsonNode properties = source.path("properties");
        var free = new ArrayList<>(properties.valueStream().toList());
        for (Column column : inTurn(chosen)) {
            Optional<JsonNode> found = find(free, column, chosen, remembered)
                    .filter(property -> isFit(column, property.path("type").asText()));
            if (found.isPresent()) {
                free.remove(found.get());
                columns.put(
                        column.key(),
                        new Property(
                                found.get().path("id").asText(),
                                found.get().path("type").asText()));
            } else {
                lacking.add(chosen.getOrDefault(column.key(), column.name()) + " (" + column.type() + ')');
            }
        }
        return new Schema(source.path("id").asText(), columns, related(properties, columns), lacking);
    }

    /// All `properties`, which a data source and each of its pages have alike: whether it has become another is seen
    /// without a call where a page is at hand.
    static List<String> look(JsonNode properties) {
        return properties
                .propertyStream()
                .map(one -> one.getKey()
                        + ' '
                        + one.getValue().path("type").asText()
                        + ' '
                        + one.getValue().path("id").asText())
                .sorted()
                .toList();
    }

    /// No property holds two columns: those that the person chose come first, and the id before all others.
    private static List<Column> inTurn(Map<String, String> chosen) {
        return Column.all().stream()
                .sorted(Comparator.<Column>comparingInt(column -> chosen.containsKey(column.key()) ? 0 : 1)
                        .thenComparingInt(column -> column.equals(Column.ID) ? 0 : 1))
                .toList();
    }

    private static Optional<JsonNode> find(
            List<JsonNode> properties, Column column, Map<String, String> chosen, Map<String, String> remembered) {
        String wanted = chosen.getOrDefault(column.key(), column.name());
        Optional<JsonNode> known = first(properties, "id", remembered.getOrDefault(column.key(), ""));
        if (chosen.containsKey(column.key())) {
            return first(properties, "name", wanted)
                    .or(() -> first(properties, "id", wanted))
                    .or(() -> known);
        }
        return known.or(() -> first(properties, "name", wanted))
                .or(() -> column.type().equals("title") ? first(properties, "type", "title") : Optional.empty());
    }

    private static Optional<JsonNode> first(List<JsonNode> properties, String what, String value) {
        return properties.stream()
                .filter(property ->
                        !value.isEmpty() && property.path(what).asText().equals(value))
                .findFirst();
    }

    private static boolean isFit(Column column, String type) {
        if (column.equals(Column.PLAYLISTS)) {
            return type.equals("relation");
        }
        boolean text = column.equals(Column.ID) || column.equals(Column.PLACES);
        return text ? Set.of("rich_text", "title", "url").contains(type) : Cell.TYPES.contains(type);
    }

    private static Optional<String> related(JsonNode properties, Map<String, Property> columns) {
        return Optional.ofNullable(columns.get(Column.PLAYLISTS.key()))
                .flatMap(relation -> first(properties.valueStream().toList(), "id", relation.id()))
                .map(property -> property.at("/relation/data_source_id").asText())
                .filter(id -> !id.isEmpty());
    }

    /// The same without what is kept as options.
    Schema withoutOptions() {
        var rest = new LinkedHashMap<>(columns);
        rest.keySet().removeAll(options());
        return new Schema(dataSource, rest, playlists, lacking);
    }

    /// By key: what is kept as options.
    List<String> options() {
        return columns.entrySet().stream()
                .filter(column -> OPTIONS.contains(column.getValue().type()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    Optional<Property> column(Field field) {
        return Optional.ofNullable(columns.get(field.column()));
    }

    Optional<Property> column(Column column) {
        return Optional.ofNullable(columns.get(column.key()));
    }

    /// Whether membership in playlists can be shown: related pages, and the places as text.
    boolean hasPlaylists() {
        return playlists.isPresent() && column(Column.PLACES).isPresent();
    }
}
