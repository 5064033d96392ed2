package dev.segue.sync.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.Placement;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.TrackSynced.Outcome;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import dev.segue.sync.Sync;
import dev.segue.sync.SyncRules;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresCatalogueIT {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> TABLES = List.of("tracks", "playlists", "playlist_tracks", "schema_migrations");

    @TempDir
    private static Path directory;

    private static Postgres postgres;
    private SqlCatalogue catalogue;

    @BeforeAll
    static void start() {
        postgres = new Postgres(directory.resolve("postgres"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void open() throws SQLException {
        try (Connection connection = postgres.database().open()) {
            execute(connection, "drop schema public cascade");
            execute(connection, "create schema public");
        }
        catalogue = SqlOpening.opened(postgres.database());
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void theSameFactsGiveTheSameTablesAsInSqlite() throws SQLException {
        List<Enriched> facts = IntStream.range(0, 250).mapToObj(Enriched::track).toList();
        List<Enriched> later = List.of(
                Enriched.track(1)
                        .titled("It's \"new\" 🎵 ; drop table tracks; --")
                        .in(),
                Enriched.track(2).in(new Placement("Mix", 3), new Placement("Mix", 9)),
                Enriched.track(3).partial(),
                Enriched.track(4).duplicateOf(Enriched.id(5)),
                Enriched.track(900).partial());
        var file = new SqliteFile("jdbc:sqlite:" + directory.resolve("same.db"));

        try (SqlCatalogue sqlite = SqlOpening.opened(file)) {
            for (List<Enriched> batch : List.of(facts, later)) {
                assertThat(sync(catalogue, batch)).isEqualTo(sync(sqlite, batch));
            }
        }

        assertThat(rows(postgres.database())).isEqualTo(rows(file)).hasSizeGreaterThan(500);
    }

    @Test
    void twiceIsOnce() throws SQLException {
        List<Enriched> facts = IntStream.range(0, 250).mapToObj(Enriched::track).toList();
        sync(catalogue, facts);
        List<String> once = rows(postgres.database());

        List<Outcome> again = sync(catalogue, facts);

        assertThat(again).containsOnly(Outcome.UNCHANGED);
        assertThat(rows(postgres.database())).isEqualTo(once);
        assertThat(catalogue.summary().tracks()).isEqualTo(250);
        assertThat(catalogue.summary().playlists()).isEqualTo(10);
    }

    @Test
    void aServerThatGoesAwayInTheMiddleIsAPauseAndNothingIsLost() {
        sync(catalogue, List.of(Enriched.track(1)));
        postgres.close();

        assertThatThrownBy(() -> sync(catalogue, List.of(Enriched.track(1), Enriched.track(2))))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("catalogue jdbc:postgresql://localhost:");
        postgres.start();

        assertThat(sync(catalogue, List.of(Enriched.track(1), Enriched.track(2))))
                .containsExactly(Outcome.UNCHANGED, Outcome.CREATED);
    }

    @Test
    void aConnectionThatTheServerEndedIsReplaced() throws SQLException {
        sync(catalogue, List.of(Enriched.track(1)));
        try (Connection other = postgres.database().open()) {
            execute(
                    other,
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where application_name = 'segue' and pid <> pg_backend_pid()");
        }

        assertThatThrownBy(() -> catalogue.summary()).isInstanceOf(CatalogueUnavailable.class);

        assertThat(catalogue.summary().tracks()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatComesBackEmptyIsAPauseAndIsFilledAnew() throws SQLException {
        sync(catalogue, List.of(Enriched.track(1)));
        try (Connection other = postgres.database().open()) {
            execute(other, "drop schema public cascade");
            execute(other, "create schema public");
        }

        assertThatThrownBy(() -> sync(catalogue, List.of(Enriched.track(1))))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("relation \"tracks\" does not exist");

        assertThat(sync(catalogue, List.of(Enriched.track(1)))).containsExactly(Outcome.CREATED);
    }

    @Test
    void aServerThatIsAwayAtTheStartIsWaitedFor() {
        postgres.close();
        try (SqlCatalogue waiting = SqlOpening.opened(postgres.database())) {
            assertThatThrownBy(waiting::summary).isInstanceOf(CatalogueUnavailable.class);

            postgres.start();

            assertThat(waiting.summary().tracks()).isZero();
        }
    }

    @Test
    void whoMayNotLogInAndADatabaseThatIsNotThereStopTheStartWithOneLine() {
        assertThatThrownBy(() -> SqlOpening.opened(postgres.as("nobody", "postgres")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("role \"nobody\" does not exist. See segue.sql.url, segue.sql.user")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> SqlOpening.opened(postgres.as("postgres", "nowhere")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("database \"nowhere\" does not exist");
    }

    @Test
    void aDatabaseThatIsReadOnlyIsAPauseWithoutTheStatement() {
        catalogue.connected(open -> {
            execute(open, "set default_transaction_read_only = on");
            return open;
        });

        assertThatThrownBy(() -> sync(catalogue, List.of(Enriched.track(1))))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("cannot execute INSERT in a read-only transaction")
                .hasMessageNotContaining("Batch entry");

        assertThat(sync(catalogue, List.of(Enriched.track(1)))).containsExactly(Outcome.CREATED);
    }

    @Test
    void whoMayNotMakeTablesIsToldSoWithoutWordsAboutOurStatements() throws SQLException {
        try (Connection admin = postgres.database().open()) {
            execute(admin, "drop schema public cascade; create schema public; drop role if exists guest");
            execute(admin, "create role guest login password 'secret'; grant usage on schema public to guest");
        }

        assertThatThrownBy(() -> SqlOpening.opened(postgres.as("guest", "postgres")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("permission denied for schema public. See segue.sql.url");
    }

    @Test
    void replicasThatStartTogetherMakeTheTablesOnce() throws Exception {
        try (Connection connection = postgres.database().open()) {
            execute(connection, "drop schema public cascade");
            execute(connection, "create schema public");
        }
        Callable<Long> replica = () -> {
            try (SqlCatalogue mine = SqlOpening.opened(postgres.database())) {
                return mine.summary().tracks();
            }
        };

        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(List.of(replica, replica, replica, replica, replica, replica))) {
                assertThat(answer.get()).isZero();
            }
        }
    }

    @Test
    void noTableIsReadFromEndToEndWhileItFills() throws SQLException {
        for (int from = 0; from < 2_000; from += 100) {
            sync(
                    catalogue,
                    IntStream.range(from, from + 100).mapToObj(Enriched::track).toList());
        }
        catalogue.close(); // the server counts what a session has done when it ends

        Awaitility.await().until(() -> counted("n_tup_ins") >= 4_000);
        assertThat(counted("seq_scan")).isLessThan(20);
    }

    private static long counted(String what) throws SQLException {
        try (Connection connection = postgres.database().open();
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("select sum(" + what
                        + ") from pg_stat_user_tables where relname in ('tracks', 'playlists', 'playlist_tracks')")) {
            sum.next();
            return sum.getLong(1);
        }
    }

    private static List<Outcome> sync(SqlCatalogue catalogue, List<Enriched> tracks) {
        var facts = tracks.stream().map(Enriched::fact).toList();
        return new Sync(catalogue, SyncRules.STANDARD, NOON)
                .on(facts).stream()
                        .map(answer -> ((TrackSynced) answer).outcome())
                        .toList();
    }

    private static List<String> rows(Database database) throws SQLException {
        var rows = new ArrayList<String>();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("select * from " + table)) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        var cells = new ArrayList<String>();
                        for (int column = 1; column <= columns; column++) {
                            Object value = row.getObject(column);
                            cells.add(value instanceof Number number ? "" + number.doubleValue() : "" + value);
                        }
                        rows.add(table + cells);
                    }
                }
            }
        }
        rows.sort(null);
        return rows;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
