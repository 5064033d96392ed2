package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// How fast the CSV library answers at a million tracks, by JMH, beside SQLite and DuckDB, both in memory and indexed.
/// The JVM is set as that of metadata-service is, but for its compiler. Each question is asked of a track taken at
/// random; every one is answered and compared before a speed is taken.
///
/// ```
/// ./mvnw -Pbenchmark verify -am -pl library -Dit.test=LookUpBenchmark
/// ```
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LookUpBenchmark {

    private static final String EXPORT = "segue.benchmark.export";
    private static final int TRACKS = Integer.getInteger("segue.benchmark.tracks", 1_000_000);
    private static final int QUESTIONS = 1 << 18;
    /// Where in the machine memory is differs from process to process, and with it how long it is waited for.
    private static final int MANY = 4;

    /// What is asked for; the questions stand in memory in the order in which they are asked, so that finding them
    /// costs
    /// nothing.
    private record Question(TrackId id, String title, String artist) {

        static Question about(Track track) {
            return new Question(
                    TrackId.parse(track.id().toString()),
                    track.title().orElseThrow(),
                    track.artists().getFirst());
        }
    }

    @Test
    void lookUps(@TempDir Path directory) throws IOException, RunnerException {
        MadeUpExport.write(directory.resolve("Liked_Songs.csv"), TRACKS);
        new Runner(new OptionsBuilder()
                        .include("\\." + LookUpBenchmark.class.getSimpleName() + "\\.")
                        .jvmArgs(
                                "-Xms1g",
                                "-Xmx1g",
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:+UseTransparentHugePages",
                                "--enable-native-access=ALL-UNNAMED",
                                "-D" + EXPORT + "=" + directory)
                        .build())
                .run();
    }

    /// The library, and what is asked of it, in turn.
    @State(Scope.Benchmark)
    public static class Library {

        private final CsvLibrary library =
                Backup.at(Path.of(System.getProperty(EXPORT))).read();
        private final Question[] questions = new Question[QUESTIONS];
        private int turn;

        @Setup
        public void ask() {
            Random random = new Random(5);
            for (int question = 0; question < QUESTIONS; question++) {
                Track track =
                        library.entries().get(random.nextInt(library.size())).track();
                Question wanted = Question.about(track);
                assertThat(library.find(wanted.id()).orElseThrow().track()).isEqualTo(track);
                assertThat(library.find(wanted.title(), wanted.artist()))
                        .extracting(entry -> entry.track().id())
                        .contains(track.id());
                questions[question] = wanted;
            }
        }

        private Question next() {
            turn = (turn + 1) & (QUESTIONS - 1);
            return questions[turn];
        }
    }

    /// A database that holds the same tracks.
    @State(Scope.Benchmark)
    public static class Database {

        @Param({"jdbc:sqlite::memory:", "jdbc:duckdb:"})
        public String url = "";

        private Optional<Asking> asking = Optional.empty();

        private record Asking(Connection connection, PreparedStatement byId, PreparedStatement byName) {}

        @Setup
        public void fill(Library library) throws SQLException {
            Connection connection = DriverManager.getConnection(url);
            Tables.fill(connection, library.library.entries());
            Asking ready = new Asking(
                    connection,
                    connection.prepareStatement("select id from tracks where id = ?"),
                    connection.prepareStatement("select id from tracks where title = ? and artist = ? and id = ?"));
            asking = Optional.of(ready);
            for (int question = 0; question < 1_000; question++) {
                Question wanted = library.next();
                assertThat(byId(wanted)).isEqualTo(wanted.id().toString());
                assertThat(byName(wanted)).isEqualTo(wanted.id().toString());
            }
        }

        @TearDown
        public void close() throws SQLException {
            asking.orElseThrow().connection().close();
        }

        private String byId(Question wanted) throws SQLException {
            PreparedStatement query = asking.orElseThrow().byId();
            query.setString(1, wanted.id().toString());
            return answer(query);
        }

        private String byName(Question wanted) throws SQLException {
            PreparedStatement query = asking.orElseThrow().byName();
            query.setString(1, wanted.title());
            query.setString(2, wanted.artist());
            query.setString(3, wanted.id().toString());
            return answer(query);
        }

        private static String answer(PreparedStatement query) throws SQLException {
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private static final class Tables {

        private static final int AT_ONCE = 10_000;

        static void fill(Connection connection, List<CsvEntry> entries) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table tracks (id varchar primary key, title varchar, artist varchar)");
                connection.setAutoCommit(false);
                insert(connection, entries);
                connection.commit();
                statement.execute("create index names on tracks (title, artist)");
                connection.commit();
            }
        }

        private static void insert(Connection connection, List<CsvEntry> entries) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement("insert into tracks values (?, ?, ?)")) {
                int rows = 0;
                for (CsvEntry entry : entries) {
                    Question track = Question.about(entry.track());
                    insert.setString(1, track.id().toString());
                    insert.setString(2, track.title());
                    insert.setString(3, track.artist());
                    insert.addBatch();
                    rows++;
                    if (rows % AT_ONCE == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        }
    }

    /// What the others cost without a look-up: taking the question from memory.
    @Benchmark
    public char questionAlone(Library library) {
        return library.next().id().key().charAt(0);
    }

    @Benchmark
    @Fork(MANY)
    public Optional<CsvEntry> byId(Library library) {
        return library.library.find(library.next().id());
    }

    /// Fresh, stale or missing.
    @Benchmark
    @Fork(MANY)
    public Optional<Instant> byIdHowOld(Library library) {
        return library.library.find(library.next().id()).map(CsvEntry::exportedAt);
    }

    @Benchmark
    @Fork(MANY)
    public List<CsvEntry> byTitleAndArtist(Library library) {
        Question wanted = library.next();
        return library.library.find(wanted.title(), wanted.artist());
    }

    @Benchmark
    public String databaseById(Library library, Database database) throws SQLException {
        return database.byId(library.next());
    }

    @Benchmark
    public String databaseByTitleAndArtist(Library library, Database database) throws SQLException {
        return database.byName(library.next());
    }
}
