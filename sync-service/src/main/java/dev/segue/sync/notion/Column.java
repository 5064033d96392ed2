package dev.segue.sync.notion;

import dev.segue.sync.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A property that Segue owns, as it makes it. Others may be called otherwise and have another type.
///
/// @param key  in the setting `segue.notion.properties`: a field's column, `id`, `playlists` or `places`
/// @param name in a database that Segue made
/// @param type as Notion calls it
record Column(String key, String name, String type) {

    static final Column ID = new Column("id", "Spotify ID", "rich_text");
    static final Column PLAYLISTS = new Column("playlists", "Playlists", "relation");
    static final Column PLACES = new Column("places", "Places", "rich_text");

    private static final Set<Field> BOXES = Set.of(Field.EXPLICIT, Field.LIKED, Field.COMPLETE);

    /// All of them, the title first.
    static List<Column> all() {
        var all = new ArrayList<Column>();
        for (Field field : Field.values()) {
            all.add(of(field));
        }
        all.add(ID);
        all.add(PLAYLISTS);
        all.add(PLACES);
        return all;
    }

    static Column of(Field field) {
        return new Column(field.column(), name(field), type(field));
    }

    private static String name(Field field) {
        return switch (field) {
            case ISRC -> "ISRC";
            case DURATION_MS -> "Duration (ms)";
            case ADDED_AT -> "Added at";
            default -> {
                String words = field.column().replace('_', ' ');
                yield words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            }
        };
    }

    private static String type(Field field) {
        return switch (field) {
            case TITLE -> "title";
            case LINK -> "url";
            case ADDED_AT -> "date";
            default -> BOXES.contains(field) ? "checkbox" : field.kind() == Field.Kind.TEXT ? "rich_text" : "number";
        };
    }
}
