package dev.segue.sync.sql;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import dev.segue.sync.CatalogueEntry;
import dev.segue.sync.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads entries by their ids.
final class EntryQuery {

    private static final Field[] FIELDS = Field.values();
    private static final String TRACKS = "select id, "
            + Arrays.stream(FIELDS).map(Field::column).collect(joining(", "))
            + " from tracks where id in ";
    private static final int MOST = 250;
    private static final String PLACES = "select track_id, playlist, position from playlist_tracks where track_id in ";

    private EntryQuery() {}

    /// The entries there are for `ids`.
    static Map<TrackId, CatalogueEntry> find(Connection connection, Collection<TrackId> ids) throws SQLException {
        var entries = new HashMap<TrackId, CatalogueEntry>();
        List<TrackId> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += MOST) {
            find(connection, all.subList(from, Math.min(from + MOST, all.size())), entries);
        }
        return entries;
    }

    private static void find(Connection connection, List<TrackId> ids, Map<TrackId, CatalogueEntry> entries)
            throws SQLException {
        var found = new LinkedHashMap<TrackId, Map<Field, Object>>();
        try (PreparedStatement query = prepared(connection, TRACKS, ids);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.put(TrackId.parse(rows.getString(1)), values(rows));
            }
        }
        if (!found.isEmpty()) {
            Map<String, List<Placement>> places = places(connection, found.keySet());
            found.forEach((id, values) ->
                    entries.put(id, new CatalogueEntry(id, values, places.getOrDefault(id.toString(), List.of()))));
        }
    }

    private static Map<String, List<Placement>> places(Connection connection, Collection<TrackId> ids)
            throws SQLException {
        var places = new HashMap<String, List<Placement>>();
        try (PreparedStatement query = prepared(connection, PLACES, ids);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                places.computeIfAbsent(requireNonNull(rows.getString(1)), none -> new ArrayList<>())
                        .add(new Placement(requireNonNull(rows.getString(2)), rows.getInt(3)));
            }
        }
        return places;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Collection<TrackId> ids)
            throws SQLException {
        String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
        PreparedStatement query = connection.prepareStatement(sql + '(' + marks + ')');
        int parameter = 1;
        for (TrackId id : ids) {
            query.setString(parameter++, id.toString());
        }
        return query;
    }

    private static Map<Field, Object> values(ResultSet row) throws SQLException {
        var values = new EnumMap<Field, Object>(Field.class);
        int column = 1; // the id's
        for (Field field : FIELDS) {
            column++;
            Object value = switch (field.kind()) {
                case TEXT -> row.getString(column);
                case WHOLE -> row.getLong(column);
                case REAL -> row.getDouble(column);
            };
            if (value != null && !row.wasNull()) {
                values.put(field, value);
            }
        }
        return values;
    }
}
