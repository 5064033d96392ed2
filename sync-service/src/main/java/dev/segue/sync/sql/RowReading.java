package dev.segue.sync.sql;

import dev.segue.library.TrackId;
import dev.segue.sync.CatalogueEntry;
import dev.segue.sync.CatalogueReading;
import dev.segue.sync.CatalogueRow;
import dev.segue.sync.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reads the table of tracks a hundred rows at a time, in the order of their ids. For one thread.
final class RowReading implements CatalogueReading {

    private static final String IDS = "select id, title from tracks where id > ? order by id limit 100";

    private final SqlCatalogue catalogue;
    private String last = "";

    RowReading(SqlCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    private record Named(String id, String title) {}

    @Override
    public List<CatalogueRow> next() {
        List<CatalogueRow> rows = catalogue.connected(this::read);
        if (!rows.isEmpty()) {
            last = rows.getLast().page();
        }
        return rows;
    }

    private List<CatalogueRow> read(Connection connection) throws SQLException {
        List<Named> named = named(connection);
        List<TrackId> ids =
                named.stream().flatMap(row -> TrackId.of(row.id()).stream()).toList();
        Map<TrackId, CatalogueEntry> entries = ids.isEmpty() ? Map.of() : EntryQuery.find(connection, ids);
        return named.stream()
                .map(row -> new CatalogueRow(
                        row.id(),
                        row.title(),
                        TrackId.of(row.id()).flatMap(id -> Optional.ofNullable(entries.get(id)))))
                .toList();
    }

    private List<Named> named(Connection connection) throws SQLException {
        var named = new ArrayList<Named>();
        try (PreparedStatement query = connection.prepareStatement(IDS)) {
            query.setString(1, last);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String title = rows.getString(Field.TITLE.column());
                    named.add(new Named(Objects.requireNonNull(rows.getString(1)), title == null ? "" : title));
                }
            }
        }
        return named;
    }
}
