package dev.segue.local.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The peer of sync-service: rows that are known already go into the same tables, with the same indexes, by bare JDBC
/// batches, and nothing is asked.
final class BareLoad {

    static final List<String> TABLES = List.of("playlists", "tracks", "playlist_tracks");

    private static final Path SCHEMA = Path.of(
            System.getProperty("segue.root", ".."),
            "sync-service",
            "src",
            "main",
            "resources",
            "sql",
            "001-library.sql");
    private static final int BATCH = 1_000;

    private BareLoad() {}

    /// The rows of a table, as the drivers hand them over.
    record Rows(String insert, List<Object[]> rows) {

        /// The first `count`, and the others.
        List<Rows> split(int count) {
            return List.of(
                    new Rows(insert, rows.subList(0, count)), new Rows(insert, rows.subList(count, rows.size())));
        }
    }

    /// All rows of `table`, in the order in which they were written.
    static Rows read(Connection catalogue, String table) throws SQLException {
        var rows = new ArrayList<Object[]>();
        try (Statement statement = catalogue.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                var cells = new Object[columns];
                for (int column = 0; column < columns; column++) {
                    cells[column] = row.getObject(column + 1);
                }
                rows.add(cells);
            }
            String marks = String.join(", ", Collections.nCopies(columns, "?"));
            return new Rows("insert into " + table + " values (" + marks + ')', rows);
        }
    }

    /// The tables as sync-service makes them.
    static void schema(Connection empty) throws SQLException, IOException {
        for (String statement : Files.readString(SCHEMA).split(";", -1)) {
            if (!statement.isBlank()) {
                execute(empty, statement);
            }
        }
    }

    /// Writes `tables`, a commit for each batch of a thousand rows.
    static void write(Connection connection, List<Rows> tables) throws SQLException {
        connection.setAutoCommit(false);
        for (Rows table : tables) {
            try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
                for (int from = 0; from < table.rows().size(); from += BATCH) {
                    for (Object[] row : table.rows()
                            .subList(from, Math.min(from + BATCH, table.rows().size()))) {
                        bind(insert, row);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
        connection.setAutoCommit(true);
    }

    private static void bind(PreparedStatement insert, Object[] row) throws SQLException {
        for (int column = 0; column < row.length; column++) {
            insert.setObject(column + 1, row[column]);
        }
    }

    static void execute(Connection connection, String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    /// Every table's rows in an order of their own, for comparison.
    static Map<String, List<String>> contents(Connection catalogue) throws SQLException {
        var contents = new TreeMap<String, List<String>>();
        for (String table : TABLES) {
            contents.put(
                    table,
                    read(catalogue, table).rows().stream()
                            .map(Arrays::toString)
                            .sorted()
                            .toList());
        }
        return contents;
    }
}
