package dev.segue.sync.sql;

import dev.segue.library.TrackId;
import dev.segue.sync.Catalogue;
import dev.segue.sync.CatalogueEntry;
import dev.segue.sync.CataloguePlan;
import dev.segue.sync.CatalogueReading;
import dev.segue.sync.CatalogueSummary;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The catalogue in a database. Thread-safe.
///
/// One connection is kept; after a failure it is given up and the next call opens a new one. Whoever opens one checks
/// the
/// database, which may be another by then, and brings its schema up to date.
final class SqlCatalogue implements Catalogue {

    private static final System.Logger LOG = System.getLogger(SqlCatalogue.class.getName());

    /// One of so many costs half of a hundred's, each; more of them on their way would outlive the young generation.
    private static final int TOGETHER = 250;

    private static final String COUNTS = """
            select count(*), coalesce(sum(complete), 0), count(duplicate_of), (select count(*) from playlists)
            from tracks""";

    private final Database database;
    private Optional<Connection> connection = Optional.empty();
    private Optional<Object> opened = Optional.empty();
    private boolean prepared;

    SqlCatalogue(Database database) {
        this.database = database;
    }

    /// Opens it, checks it and brings its schema up to date.
    ///
    /// @throws SQLException if that cannot be done
    synchronized void start() throws SQLException {
        var _ = connection();
    }

    @Override
    public Map<TrackId, CatalogueEntry> find(Collection<TrackId> ids) {
        return connected(open -> EntryQuery.find(open, ids));
    }

    @Override
    public Map<TrackId, String> apply(List<CataloguePlan> plans, Instant at) {
        EntryUpdate update = EntryUpdate.of(plans);
        if (!update.isEmpty()) {
            connected(open -> {
                Transaction.in(open, () -> update.write(open, at));
                return update;
            });
        }
        return Map.of();
    }

    @Override
    public int together() {
        return TOGETHER;
    }

    @Override
    public int writtenAtOnce() {
        return TOGETHER;
    }

    @Override
    public CatalogueReading rows() {
        return new RowReading(this);
    }

    @Override
    public String place() {
        return database.shown();
    }

    @Override
    public CatalogueSummary summary() {
        return connected(open -> {
            try (Statement statement = open.createStatement();
                    ResultSet counts = statement.executeQuery(COUNTS)) {
                counts.next();
                long tracks = counts.getLong(1);
                long complete = counts.getLong(2);
                return new CatalogueSummary(
                        "sql", place(), tracks, counts.getLong(4), complete, tracks - complete, counts.getLong(3));
            }
        });
    }

    @Override
    public synchronized void close() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException given) {
            LOG.log(System.Logger.Level.DEBUG, "closing a connection that is given up", given);
        } finally {
            connection = Optional.empty();
            prepared = false;
        }
    }

    /// Does something with the open connection.
    synchronized <T> T connected(Question<T> question) {
        try {
            return question.ask(connection());
        } catch (SQLException failure) {
            close();
            throw Trouble.of(database, failure);
        }
    }

    private Connection connection() throws SQLException {
        if (connection.isPresent() && !database.identity().equals(opened)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "catalogue " + place() + ": somebody has taken it away or put another in its place, which is used"
                            + " from now on; what it lacks comes with the next run");
            database.leave(connection.get());
            close();
        }
        if (connection.isEmpty()) {
            connection = Optional.of(database.open());
            opened = database.identity();
        }
        if (!prepared) {
            prepare(connection.get());
            prepared = true;
        }
        return connection.get();
    }

    private void prepare(Connection opened) throws SQLException {
        Optional<String> damage = database.damage(opened);
        if (damage.isPresent()) {
            throw new SQLException(damage.get(), "", org.sqlite.SQLiteErrorCode.SQLITE_CORRUPT.code);
        }
        database.alone(opened, () -> Migrations.apply(opened));
    }

    /// Something to do with an open connection.
    @FunctionalInterface
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }
}
