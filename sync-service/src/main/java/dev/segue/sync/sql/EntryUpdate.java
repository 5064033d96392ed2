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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Writes the differences that plans ask for: whole rows of tracks, and a track's own rows in playlists.
///
/// @param rows     the tracks to write, as they are to be at the end
/// @param replaced those whose places in playlists change
record EntryUpdate(Map<TrackId, CatalogueEntry> rows, Set<TrackId> replaced) {

    private static final Field[] FIELDS = Field.values();
    private static final String TRACK = "insert into tracks (id, updated_at, "
            + columns("%s") + ") values (?, ?, " + columns("?")
            + ") on conflict (id) do update set updated_at = excluded.updated_at, " + columns("%1$s = excluded.%1$s");

    /// What `plans` come to, the later ones having the last word.
    static EntryUpdate of(List<CataloguePlan> plans) {
        var rows = new LinkedHashMap<TrackId, CatalogueEntry>();
        var replaced = new TreeSet<TrackId>();
        for (CataloguePlan plan : plans) {
            switch (plan) {
                case CataloguePlan.Create create -> {
                    rows.put(create.entry().id(), create.entry());
                    replaced.add(create.entry().id());
                }
                case CataloguePlan.Update update -> {
                    rows.put(update.entry().id(), update.entry());
                    if (update.replaced()) {
                        replaced.add(update.entry().id());
                    }
                }
                case CataloguePlan.Keep _ -> {}
            }
        }
        return new EntryUpdate(rows, replaced);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void write(Connection connection, Instant at) throws SQLException {
        writeTracks(connection, at.toString());
        List<CatalogueEntry> moved = rows.values().stream()
                .filter(entry -> replaced.contains(entry.id()))
                .toList();
        writePlaylists(connection, moved, at.toString());
        writePlaces(connection, moved);
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

    private static void writePlaylists(Connection connection, List<CatalogueEntry> moved, String at)
            throws SQLException {
        Set<String> names = new TreeSet<>(moved.stream()
                .flatMap(entry -> entry.playlists().stream())
                .map(Placement::playlist)
                .toList());
        batch(
                connection,
                "insert into playlists (name, created_at) values (?, ?) on conflict (name) do nothing",
                names.stream().map(name -> new Object[] {name, at}));
    }

    private static void writePlaces(Connection connection, List<CatalogueEntry> moved) throws SQLException {
        batch(
                connection,
                "delete from playlist_tracks where track_id = ?",
                moved.stream().map(entry -> new Object[] {entry.id().toString()}));
        batch(
                connection,
                "insert into playlist_tracks (playlist, position, track_id) values (?, ?, ?)",
                moved.stream()
                        .flatMap(entry -> entry.playlists().stream().map(place -> new Object[] {
                            place.playlist(), place.position(), entry.id().toString()
                        })));
    }

    private static void batch(Connection connection, String sql, Stream<Object[]> rows) throws SQLException {
        Collection<Object[]> all = rows.toList();
        if (all.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : all) {
                for (int parameter = 0; parameter < row.length; parameter++) {
                    statement.setObject(parameter + 1, row[parameter]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static String columns(String form) {
        return Arrays.stream(FIELDS)
                .map(field -> form.formatted(field.column()))
                .collect(joining(", "));
    }
}
