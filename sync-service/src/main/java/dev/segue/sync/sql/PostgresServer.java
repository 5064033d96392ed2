package dev.segue.sync.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// A database on a PostgreSQL server, by its JDBC URL. Immutable.
///
/// Several processes may write into it at once: each row belongs to the one that has its track's partition.
///
/// @param user     who logs in, unless the URL says so
/// @param password that user's
record PostgresServer(String url, Optional<String> user, Optional<String> password) implements Database {

    static final String PREFIX = "jdbc:postgresql:";

    private static final String CONNECT_SECONDS = "10";

    /// A server that says nothing for so long is gone; no statement of ours takes a tenth of it.
    private static final String SILENT_SECONDS = "60";

    /// Where in a statement of ours: of no use to people.
    private static final Pattern PLACE = Pattern.compile("\\s*\\R\\s*Position: \\d+");

    /// Any number that nobody else uses.
    private static final long LOCK = 0x5e67e;

    @Override
    public Connection open() throws SQLException {
        var settings = new Properties();
        user.ifPresent(name -> settings.setProperty("user", name));
        password.ifPresent(secret -> settings.setProperty("password", secret));
        settings.setProperty("ApplicationName", "segue");
        settings.setProperty("connectTimeout", CONNECT_SECONDS);
        settings.setProperty("socketTimeout", SILENT_SECONDS);
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("reWriteBatchedInserts", "true");
        Connection opened = DriverManager.getConnection(url, settings);
        // a plan made while a table was empty would read all of it, and be kept for as long as it fills
        execute(opened, "set enable_seqscan = off; set jit = off");
        return opened;
    }

    /// The server sees to that itself.
    @Override
    public Optional<String> damage(Connection connection) {
        return Optional.empty();
    }

    @Override
    public void alone(Connection connection, Transaction work) throws SQLException {
        execute(connection, "select pg_advisory_lock(" + LOCK + ')');
        work.run();
        execute(connection, "select pg_advisory_unlock(" + LOCK + ')');
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// A connection ends with its server.
    @Override
    public Optional<Object> identity() {
        return Optional.empty();
    }

    @Override
    public void leave(Connection connection) {}

    @Override
    public String shown() {
        return Database.withoutPassword(url);
    }

    @Override
    public String remedy() {
        return "See segue.sql.url, segue.sql.user and segue.sql.password";
    }

    /// By the class of its SQLSTATE: <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
    @Override
    public Trouble trouble(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        // of a batch the first one only says which, with all its values
        SQLException cause = failure.getNextException() == null ? failure : failure.getNextException();
        String told = String.valueOf(cause.getMessage());
        Trouble.Kind kind = switch (state.substring(0, 2)) {
            // who logs in, which database, what they may do, where the tables are
            case "28", "3D", "3F" -> Trouble.Kind.SETTING;
            // "54" is too long for an index
            case "22", "23", "0A", "54" -> Trouble.Kind.DATA;
            case "42" -> ofNames(state);
            default -> Trouble.Kind.PASSING;
        };
        return new Trouble(kind, PLACE.matcher(told).replaceAll("").replaceAll("\\s*\\R\\s*", " "));
    }

    /// A table or column that is lacking is no fault of the values: somebody has put another database there.
    private static Trouble.Kind ofNames(String state) {
        return switch (state) {
            case "42501" -> Trouble.Kind.SETTING;
            case "42P01", "42703" -> Trouble.Kind.PASSING;
            default -> Trouble.Kind.DATA;
        };
    }
}
