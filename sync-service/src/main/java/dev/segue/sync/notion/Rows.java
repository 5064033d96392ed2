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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Entries as properties of pages, and back.
final class Rows {

    private static final Pattern LINK = Pattern.compile("/track/([0-9A-Za-z]{22})(?![0-9A-Za-z])");

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
    static CatalogueEntry read(TrackId id, JsonNode page, Schema schema) {
        Map<Field, Object> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            schema.column(field)
                    .flatMap(column -> Cell.read(property(page, column), column.type(), field))
                    .ifPresent(value -> values.put(field, value));
        }
        return new CatalogueEntry(id, values, places(page, schema));
    }

    /// None if the related pages are not as many as the text says: then both are to be written again.
    private static List<Placement> places(JsonNode page, Schema schema) {
        if (!schema.hasPlaylists()) {
            return List.of();
        }
        Schema.Property text = schema.column(Column.PLACES).orElseThrow();
        JsonNode relation = property(page, schema.column(Column.PLAYLISTS).orElseThrow());
        List<Placement> places = Places.parse(plain(property(page, text), text));
        int related = relation.path("relation").size();
        long playlists = places.stream().map(Placement::playlist).distinct().count();
        boolean alike = relation.path("has_more").asBoolean() ? playlists > related : playlists == related;
        return alike ? places : List.of();
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

    /// @param related the playlists' pages
    static void writePlaces(ObjectNode properties, CatalogueEntry entry, List<String> related, Schema schema) {
        schema.column(Column.PLACES).ifPresent(column -> put(properties, column, Places.text(entry.playlists())));
        schema.column(Column.PLAYLISTS).ifPresent(column -> {
            var relation = properties.putObject(column.id()).putArray("relation");
            related.forEach(id -> relation.addObject().put("id", id));
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
