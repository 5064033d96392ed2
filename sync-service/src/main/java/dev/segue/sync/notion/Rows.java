package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import dev.segue.sync.CatalogueEntry;
import dev.segue.sync.Field;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Entries as properties of pages, and back.
final class Rows {

    private static final Pattern LINK = Pattern.compile("(?i:[/:]track[/:])([0-9A-Za-z]{22})(?![0-9A-Za-z])");

    /// What Notion takes in one write.
    private static final int MOST_RELATED = 100;

    private Rows() {}

    /// How a track's id is written into its page: Spotify's as Spotify calls it.
    static String text(TrackId id) {
        return id.source() == TrackId.Source.SPOTIFY ? id.key() : id.toString();
    }

    /// The id that people or other programs wrote: bare, as a URI or as a link.
    static Optional<TrackId> id(JsonNode page, Schema schema) {
        return schema.column(Column.ID).flatMap(column -> {
            String text = plain(property(page, column), column).strip();
            Matcher link = LINK.matcher(text);
            return TrackId.ofSpotifyUri(link.find() ? String.valueOf(link.group(1)) : text)
                    .or(() -> TrackId.of(text));
        });
    }

    private static String plain(JsonNode cell, Schema.Property column) {
        return column.type().equals("url") ? cell.path("url").asText("") : Text.plain(cell.path(column.type()));
    }

    private static JsonNode property(JsonNode page, Schema.Property column) {
        return page.path("properties")
                .valueStream()
                .filter(property -> property.path("id").asText().equals(column.id()))
                .findFirst()
                .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
    }

    /// The entry that `page` shows.
    ///
    /// @param playlists by the id of a playlist's page: its name
    static CatalogueEntry read(TrackId id, JsonNode page, Schema schema, Map<String, String> playlists) {
        Map<Field, Object> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            schema.column(field)
                    .flatMap(column -> Cell.read(property(page, column), column.type(), field))
                    .ifPresent(value -> values.put(field, value));
        }
        return new CatalogueEntry(id, values, places(page, schema, playlists));
    }

    /// The places that the text tells, in playlists that the page is related to. A playlist of which the text
    /// tells nothing is in it at the first place: what a person has related is not overlooked. Where there are more
    /// related pages than Notion shows, the text is believed.
    private static List<Placement> places(JsonNode page, Schema schema, Map<String, String> playlists) {
        if (!schema.hasPlaylists()) {
            return List.of();
        }
        Schema.Property text = schema.column(Column.PLACES).orElseThrow();
        List<Placement> told = Places.parse(plain(property(page, text), text));
        Set<String> related = related(page, schema).stream()
                .map(id -> playlists.getOrDefault(id, id))
                .collect(Collectors.toSet());
        boolean more = relation(page, schema).path("has_more").asBoolean();
        Set<String> names = told.stream().map(Placement::playlist).collect(Collectors.toSet());
        return Stream.concat(
                        told.stream().filter(place -> more || related.contains(place.playlist())),
                        related.stream().filter(name -> !names.contains(name)).map(name -> new Placement(name, 1)))
                .toList();
    }

    /// The ids of the playlists' pages that `page` is related to, as far as Notion shows them with it.
    static List<String> related(JsonNode page, Schema schema) {
        return relation(page, schema)
                .path("relation")
                .valueStream()
                .map(one -> one.path("id").asText())
                .toList();
    }

    private static JsonNode relation(JsonNode page, Schema schema) {
        return property(page, schema.column(Column.PLAYLISTS).orElseThrow());
    }

    /// How `entry` reads once it is written.
    static CatalogueEntry shown(CatalogueEntry entry, Schema schema) {
        Map<Field, Object> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            schema.column(field)
                    .flatMap(column ->
                            Cell.read(Cell.write(column.type(), field, entry.value(field)), column.type(), field))
                    .ifPresent(value -> values.put(field, value));
        }
        String places = schema.hasPlaylists() ? Text.plain(Text.pieces(Places.text(entry.playlists()))) : "";
        return new CatalogueEntry(entry.id(), values, Places.parse(places));
    }

    /// `fields` of `entry` as properties, for those that the data source has.
    static ObjectNode write(CatalogueEntry entry, Collection<Field> fields, Schema schema) {
        ObjectNode properties = NotionApi.JSON.createObjectNode();
        for (Field field : fields) {
            schema.column(field)
                    .ifPresent(column ->
                            properties.set(column.id(), Cell.write(column.type(), field, entry.value(field))));
        }
        return properties;
    }

    static void writeId(ObjectNode properties, TrackId id, Schema schema) {
        schema.column(Column.ID).ifPresent(column -> put(properties, column, text(id)));
    }

    /// @param related the playlists' pages; no more than Notion takes are related, the text tells of all
    static void writePlaces(ObjectNode properties, CatalogueEntry entry, List<String> related, Schema schema) {
        schema.column(Column.PLACES).ifPresent(column -> put(properties, column, Places.text(entry.playlists())));
        schema.column(Column.PLAYLISTS).ifPresent(column -> {
            var relation = properties.putObject(column.id()).putArray("relation");
            related.stream()
                    .limit(MOST_RELATED)
                    .forEach(id -> relation.addObject().put("id", id));
        });
    }

    private static void put(ObjectNode properties, Schema.Property column, String text) {
        ObjectNode cell = properties.putObject(column.id());
        if (column.type().equals("url")) {
            cell.put("url", text);
        } else {
            cell.set(column.type(), Text.pieces(text));
        }
    }
}
