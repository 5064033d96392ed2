package dev.segue.sync.sql;

import dev.segue.sync.SyncConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Where the tables are: a SQLite file, or a PostgreSQL server. All that differs between them is said here.
sealed interface Database permits PostgresServer, SqliteFile {

    /// The database of the settings.
    ///
    /// @throws IllegalArgumentException with one line, if the URL is of no kind that is known
    static Database of(SyncConfig.Sql settings) {
        return settings.url().startsWith(PostgresServer.PREFIX)
                ? new PostgresServer(settings.url(), settings.user(), settings.password())
                : new SqliteFile(settings.url());
    }

    /// A new connection with the right settings.
    Connection open() throws SQLException;

    /// What is wrong inside; empty if nothing is.
    Optional<String> damage(Connection connection) throws SQLException;

    /// Carries out `work` while nobody else does, in any process that asks in the same way.
    void alone(Connection connection, Transaction work) throws SQLException;

    /// What stands at its place now, to be told from what may be put there later; empty if that shows by itself.
    Optional<Object> identity();

    /// To be done before `connection` is closed because something else stands at its place now.
    void leave(Connection connection) throws SQLException;

    /// The URL as it may be shown.
    String shown();

    /// What a failure means.
    Trouble trouble(SQLException failure);

    /// What to do when it cannot be used.
    String remedy();

    /// `url` without what nobody else should read.
    static String withoutPassword(String url) {
        return url.replaceAll("(?i)(password=)[^&;]*", "$1***").replaceAll("://[^/@]*@", "://");
    }
}
