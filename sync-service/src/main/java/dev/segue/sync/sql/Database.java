package dev.segue.sync.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// A SQLite file, by its JDBC URL. Immutable.
///
/// Readers do not wait for the writer (WAL), and a power cut costs at most the last transactions, which Kafka brings
/// again.
record Database(String url) {

    static final String PREFIX = "jdbc:sqlite:";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CACHE_KIB = 16 << 10;

    /// 40 MiB. Ids come in no order, so a transaction of a hundred touches as many pages; at the usual 1,000 pages
    /// every
    /// few transactions would wait for the disk.
    private static final int CHECKPOINT_PAGES = 10_000;

    Database {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "segue.sql.url accepts " + PREFIX + "FILE, not \"" + withoutPassword(url) + '"');
        }
    }

    /// Opens the file, which is made if it is not there, together with its directory.
    Connection open() throws SQLException {
        file().map(Path::getParent).ifPresent(Database::makeDirectory);
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

    /// What is wrong inside the file; empty if nothing is.
    static Optional<String> damage(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma quick_check(1)")) {
            return result.next() && !"ok".equals(result.getString(1))
                    ? Optional.of(result.getString(1))
                    : Optional.empty();
        }
    }

    /// The URL as it may be shown.
    String shown() {
        return withoutPassword(url);
    }

    /// The file's path; empty if the database is in memory only.
    Optional<Path> file() {
        String name = url.substring(PREFIX.length()).replaceFirst("\\?.*", "");
        return name.isEmpty() || name.startsWith(":") ? Optional.empty() : Optional.of(Path.of(name));
    }

    private static String withoutPassword(String url) {
        return url.replaceAll("(?i)(password=)[^&;]*", "$1***").replaceAll("://[^/@]*@", "://");
    }

    private static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
