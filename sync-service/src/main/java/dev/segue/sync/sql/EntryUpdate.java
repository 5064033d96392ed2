package dev.segue.sync.sql;

import static java.util.stream.Collectors.joining;

import dev.segue.library.Placement;
import dev.segue.library.TrackId;
import dev.segue.sync.CatalogueEntry;
import dev.segue.sync.CataloguePlan;
import dev.segue.sync.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Writes the differences that plans ask for: whole rows of tracks, and a track's own rows in playlists.
///
/// @param rows     the tracks to write, as they are to be at the end
/// @param places   those of which the places in playlists are written
/// @param replaced those of them that may have places now
record EntryUpdate(Map<TrackId, CatalogueEntry> rows, Set<TrackId> places, Set<TrackId> replaced) {

    private static final Field[] FIELDS = Field.values();
    private static final String TRACK = "insert into tracks (id, updated_at, "
            + columns("%s") + ") values (?, ?, " + columns("?")
            + ") on conflict (id) do update set updated_at = excluded.updated_at, " + columns("%1$s = excluded.%1$s");

    /// What `plans` come to, the later ones having the last word.
    static EntryUpdate of(List<CataloguePlan> plans) {
        var rows = new LinkedHashMap<TrackId, CatalogueEntry>();
        var places = new HashSet<TrackId>();
        var replaced = new HashSet<TrackId>();
        for (CataloguePlan plan : plans) {
            switch (plan) {
                case CataloguePlan.Create create -> {
                    rows.put(create.entry().id(), create.entry());
                    places.add(create.entry().id());
                }
                case CataloguePlan.Update update -> {
                    rows.put(update.entry().id(), update.entry());
                    if (update.replaced()) {
                        places.add(update.entry().id());
                        replaced.add(update.entry().id());
                    }
                }
                case CataloguePlan.Keep _ -> {}
            }
        }
        return new EntryUpdate(rows, places, replaced);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void write(Connection connection, Instant at) throws SQLException {
        writeTracks(connection, at.toString());
        List<CatalogueEntry> placed = rows.values().stream()
                .filter(entry ->
                        places.contains(entry.id()) && !entry.playlists().isEmpty())
                .toList();
        writePlaylists(connection, placed, at.toString());
        removePlaces(connection);
        writePlaces(connection, placed);
    }

    private void writeTracks(Connection connection, String at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(TRACK)) {
            for (CatalogueEntry entry : rows.values()) {
                insert.setString(1, entry.id().toString());
                insert.setString(2, at);
                int parameter = 3;
                for (Field field : FIELDS) {
                    set(insert, parameter++, field, entry);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, int parameter, Field field, CatalogueEntry entry)
            throws SQLException {
        switch (entry.values().get(field)) {
            case String text -> insert.setString(parameter, text);
            case Long whole -> insert.setLong(parameter, whole);
            case Double real -> insert.setDouble(parameter, real);
            case null, default -> insert.setNull(parameter, typeOf(field));
        }
    }

    private static int typeOf(Field field) {
        return switch (field.kind()) {
            case TEXT -> Types.VARCHAR;
            case WHOLE -> Types.BIGINT;
            case REAL -> Types.DOUBLE;
        };
    }

    /// In the order of their names, so that two processes do not wait for each other.
    private static void writePlaylists(Connection connection, List<CatalogueEntry> placed, String at)
            throws SQLException {
        var names = new TreeSet<String>();
        placed.forEach(entry -> entry.playlists().forEach(place -> names.add(place.playlist())));
        if (names.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into playlists (name, created_at) values (?, ?) on conflict (name) do nothing")) {
            for (String name : names) {
                insert.setString(1, name);
                insert.setString(2, at);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void removePlaces(Connection connection) throws SQLException {
        if (replaced.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from playlist_tracks where track_id = ?")) {
            for (TrackId id : replaced) {
                delete.setString(1, id.toString());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private static void writePlaces(Connection connection, List<CatalogueEntry> placed) throws SQLException {
        if (placed.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into playlist_tracks (playlist, position, track_id) values (?, ?, ?) on conflict do nothing")) {
            for (CatalogueEntry entry : placed) {
                for (Placement place : entry.playlists()) {
                    insert.setString(1, place.playlist());
                    insert.setInt(2, place.position());
                    insert.setString(3, entry.id().toString());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static String columns(String form) {
        return Arrays.stream(FIELDS)
                .map(field -> form.formatted(field.column()))
                .collect(joining(", "));
    }
}
