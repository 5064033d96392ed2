package dev.segue.sync.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A SQLite file, by its JDBC URL. Immutable.
///
/// Readers do not wait for the writer (WAL), and a power cut costs at most the last transactions, which Kafka brings
/// again.
record SqliteFile(String url) implements Database {

    static final String PREFIX = "jdbc:sqlite:";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CACHE_KIB = 16 << 10;
    private static final int PRIMARY_CODE = 0xff;

    /// No fault of the values: somebody has put another database there.
    private static final Pattern ANOTHER = Pattern.compile("no such (table|column)");

    /// 40 MiB. Ids come in no order, so a transaction of a hundred touches as many pages; at the usual 1,000 pages
    /// every few transactions would wait for the disk.
    private static final int CHECKPOINT_PAGES = 10_000;

    SqliteFile {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException("segue.sql.url accepts " + PREFIX + "FILE or " + PostgresServer.PREFIX
                    + "//HOST/DATABASE, not \"" + Database.withoutPassword(url) + '"');
        }
    }

    /// Opens the file, which is made if it is not there, together with its directory.
    @Override
    public Connection open() throws SQLException {
        makeDirectory();
        var settings = new SQLiteConfig();
        settings.setJournalMode(JournalMode.WAL);
        settings.setSynchronous(SynchronousMode.NORMAL);
        settings.setBusyTimeout((int) PATIENCE.toMillis());
        settings.enforceForeignKeys(true);
        settings.setCacheSize(-CACHE_KIB);
        Connection opened = DriverManager.getConnection(url, settings.toProperties());
        try (Statement statement = opened.createStatement()) {
            statement.execute("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
        }
        return opened;
    }

    @Override
    public Optional<String> damage(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma quick_check(1)")) {
            return result.next() && !"ok".equals(result.getString(1))
                    ? Optional.of(result.getString(1))
                    : Optional.empty();
        }
    }

    /// One process has the file, so nobody has to wait.
    @Override
    public void alone(Connection connection, Transaction work) throws SQLException {
        work.run();
    }

    /// SQLite writes on into a file that was taken away or replaced, and says nothing. To open it for a look would end
    /// SQLite's locks.
    @Override
    public Optional<Object> identity() {
        return file().flatMap(SqliteFile::key);
    }

    private static Optional<Object> key(Path file) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// What is only in the log goes into the old file, wherever that is. The log stays behind, and as it is empty then,
    /// nothing of it gets into the new one.
    @Override
    public void leave(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
        }
    }

    @Override
    public String shown() {
        return Database.withoutPassword(url);
    }

    /// The file's path; empty if the database is in memory only.
    Optional<Path> file() {
        String name = url.substring(PREFIX.length()).replaceFirst("\\?.*", "");
        return name.isEmpty() || name.startsWith(":") ? Optional.empty() : Optional.of(Path.of(name));
    }

    @Override
    public String remedy() {
        return "Move the file away (a new one is then filled from the next run), or name another by segue.sql.url";
    }

    /// By what SQLite calls it, in words that help.
    @Override
    public Trouble trouble(SQLException failure) {
        int code = code(failure);
        String reason = switch (code) {
            case 5, 6 -> "it is locked by another program";
            case 8 -> "it is read-only";
            case 10 -> "the disk does not read or write (" + failure.getMessage() + ')';
            case 13 -> "the disk is full";
            case 14 -> "it cannot be opened: is its directory writable?";
            case 11, 26 -> "the file is damaged or no SQLite database";
            default -> String.valueOf(failure.getMessage());
        };
        Trouble.Kind kind = switch (code) {
            case 1 -> ANOTHER.matcher(reason).find() ? Trouble.Kind.PASSING : Trouble.Kind.DATA;
            case 18, 19, 20, 21, 25 -> Trouble.Kind.DATA;
            default -> Trouble.Kind.PASSING;
        };
        return new Trouble(kind, reason);
    }

    private static int code(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode().code & PRIMARY_CODE;
            }
        }
        return failure.getErrorCode() & PRIMARY_CODE;
    }

    private void makeDirectory() throws SQLException {
        Optional<Path> directory = file().map(Path::getParent);
        if (directory.isPresent()) {
            try {
                Files.createDirectories(directory.get());
            } catch (IOException impossible) {
                throw new SQLException(impossible.toString(), "", SQLiteErrorCode.SQLITE_CANTOPEN.code, impossible);
            }
        }
    }
}
