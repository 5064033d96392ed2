package dev.segue.sync.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Brings a database's schema up to date. Each migration is applied once, whole or not at all.
final class Migrations {

    /// In order; a new one is added at the end, and an old one is never changed.
    private static final List<String> ALL = List.of("001-library");

    private Migrations() {}

    static void apply(Connection connection) throws SQLException {
        execute(connection, "create table if not exists schema_migrations (name text primary key)");
        Set<String> applied = applied(connection);
        for (String name : ALL) {
            if (!applied.contains(name)) {
                apply(connection, name);
            }
        }
    }

    private static void apply(Connection connection, String name) throws SQLException {
        Transaction.in(connection, () -> {
            for (String statement : script(name).split(";", -1)) {
                if (!statement.isBlank()) {
                    execute(connection, statement);
                }
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into schema_migrations values (?)")) {
                insert.setString(1, name);
                insert.executeUpdate();
            }
        });
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        var applied = new HashSet<String>();
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("select name from schema_migrations")) {
            while (names.next()) {
                applied.add(names.getString(1));
            }
        }
        return applied;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script(String name) {
        try (InputStream script = Migrations.class.getResourceAsStream("/sql/" + name + ".sql")) {
            return new String(Objects.requireNonNull(script, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
