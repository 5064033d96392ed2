package dev.segue.local.pipeline;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Everything in a SQLite catalogue but the times of its changes, in an order that does not depend on how it came
/// there.
record CatalogueContents(List<String> tracks, List<String> playlists, List<String> places) {

    private static final Set<String> TIMES = Set.of("updated_at", "created_at");

    static CatalogueContents of(Path file) throws SQLException {
        try (Connection catalogue = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return new CatalogueContents(
                    rows(catalogue, "select * from tracks order by id"),
                    rows(catalogue, "select * from playlists order by name"),
                    rows(catalogue, "select * from playlist_tracks order by playlist, position"));
        }
    }

    static List<String> all(CatalogueContents catalogue) {
        return Stream.of(catalogue.tracks, catalogue.playlists, catalogue.places)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> rows(Connection catalogue, String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (Statement statement = catalogue.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                var cells = new ArrayList<Map.Entry<String, String>>();
                for (int column = 1; column <= columns; column++) {
                    String name = row.getMetaData().getColumnName(column);
                    if (!TIMES.contains(name)) {
                        cells.add(Map.entry(name, String.valueOf(row.getString(column))));
                    }
                }
                rows.add(cells.toString());
            }
        }
        return rows;
    }
}
