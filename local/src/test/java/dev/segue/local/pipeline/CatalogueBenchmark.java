package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.Topic;
import dev.segue.library.fact.TrackEnriched;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast tracks get from `track-enriched` into SQLite and into PostgreSQL and out of `track-synced`, beside a bare
/// JDBC batch load of the same rows into the same tables with the same indexes. Each of the two first takes some tracks
/// that are not counted; contents are compared before a speed is printed.
///
/// ```
/// ./mvnw -Pbenchmark verify -pl local -Dit.test=CatalogueBenchmark
/// ```
class CatalogueBenchmark {

    private static final int TRACKS = 100_000;
    private static final int BEFORE = 20_000;
    private static final int RUNS = Integer.getInteger("runs", 3);

    /// Tracks that are in playlists only; as many of these are liked, too.
    private static final int IN_PLAYLISTS = 10_000;

    @TempDir
    private Path temporary;

    @Test
    void tracksASecondIntoSqlite() throws SQLException, IOException {
        List<TrackEnriched> facts = facts();
        for (int run = 1; run <= RUNS; run++) {
            Path home = temporary.resolve("sqlite-" + run);
            Path file = temporary.resolve("bare-" + run + ".db");
            measure("SQLite", run, facts, home, "jdbc:sqlite:" + home.resolve("library.db"), "jdbc:sqlite:" + file);
        }
    }

    @Test
    void tracksASecondIntoPostgres() throws SQLException, IOException {
        List<TrackEnriched> facts = facts();
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            for (int run = 1; run <= RUNS; run++) {
                String synced = database(server, "synced" + run);
                String bare = database(server, "bare" + run);
                measure("PostgreSQL", run, facts, temporary.resolve("postgres-" + run), synced, bare);
            }
        }
    }

    private List<TrackEnriched> facts() throws IOException {
        List<TrackEnriched> facts = EnrichedSample.facts(
                temporary.resolve("backup"), BEFORE + TRACKS - IN_PLAYLISTS, 20, IN_PLAYLISTS / 10);
        assertThat(facts).hasSize(BEFORE + TRACKS);
        return facts;
    }

    private static String database(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            BareLoad.execute(connection, "create database " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }

    private static void measure(String kind, int run, List<TrackEnriched> facts, Path home, String synced, String bare)
            throws SQLException, IOException {
        double through = through(facts, home, synced);
        double beside;
        try (Connection catalogue = DriverManager.getConnection(synced);
                Connection other = open(bare)) {
            beside = beside(catalogue, other);
            assertThat(BareLoad.read(catalogue, "tracks").rows()).hasSize(facts.size());
            assertThat(BareLoad.contents(other)).isEqualTo(BareLoad.contents(catalogue));
        }
        System.out.printf(
                "%s, run %d: %,d tracks through Kafka and sync-service %,.0f a second; by bare JDBC %,.0f; %.2f of it%n",
                kind, run, TRACKS, through, beside, through / beside);
    }

    /// Everything waits in the topic when the service starts; from when the first have come out, the others are timed
    /// by the times of their records.
    private static double through(List<TrackEnriched> facts, Path home, String url) {
        try (SyncAlone system = SyncAlone.start(home, Map.of("SEGUE_SQL_URL", url))) {
            system.kill();
            system.say(facts);
            system.restart();
            system.awaitRecords(Topic.TRACK_SYNCED, facts.size());
            var times = new long[facts.size()];
            var heard = new int[1];
            system.hear(
                    Topic.TRACK_SYNCED,
                    record -> times[heard[0]++] = record.timestamp(),
                    () -> heard[0] == facts.size());
            Arrays.sort(times);
            return TRACKS * 1000.0 / (times[times.length - 1] - times[BEFORE]);
        }
    }

    /// SQLite as sync-service opens it: readers do not wait, and the disk is not awaited at each commit.
    private static Connection open(String url) throws SQLException, IOException {
        Connection connection =
                DriverManager.getConnection(url.startsWith("jdbc:sqlite:") ? url : url + "&reWriteBatchedInserts=true");
        if (url.startsWith("jdbc:sqlite:")) {
            for (String pragma : List.of(
                    "journal_mode = wal",
                    "synchronous = normal",
                    "foreign_keys = on",
                    "cache_size = -16384",
                    "wal_autocheckpoint = 10000")) {
                pragma(connection, pragma);
            }
        }
        BareLoad.schema(connection);
        return connection;
    }

    private static void pragma(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma " + pragma);
        }
    }

    private static double beside(Connection catalogue, Connection other) throws SQLException {
        BareLoad.Rows playlists = BareLoad.read(catalogue, "playlists");
        List<BareLoad.Rows> tracks = BareLoad.read(catalogue, "tracks").split(BEFORE);
        BareLoad.Rows places = BareLoad.read(catalogue, "playlist_tracks");
        BareLoad.write(other, List.of(playlists, tracks.getFirst()));
        long began = System.nanoTime();
        BareLoad.write(other, List.of(tracks.getLast(), places));
        return TRACKS / ((System.nanoTime() - began) / 1e9);
    }
}
