package dev.segue.library.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The CSV library with a million tracks: how fast it loads beside Commons CSV merely parsing the same file, how much
/// memory a track takes, and how fast it answers beside SQLite and DuckDB, both in memory and indexed. Every answer is
/// compared before a speed is printed.
///
/// ```
/// ./mvnw -Pbenchmark verify -pl library -Dit.test=CsvLibraryBenchmark
/// ```
class CsvLibraryBenchmark {

    private static final int TRACKS = Integer.getInteger("segue.benchmark.tracks", 1_000_000);
    private static final int LOOK_UPS = 100_000;
    private static final int SLOW_LOOK_UPS = 2_000;
    private static final int RUNS = 6;

    /// A question, and the id that answers it.
    private record Question(TrackId id, String text, String title, String artist) {}

    private interface Answering {
        String answer(Question question) throws SQLException;
    }

    @TempDir
    private Path directory;

    @Test
    void aMillionTracks() throws IOException, SQLException {
        Path file = directory.resolve("Liked_Songs.csv");
        MadeUpExport.write(file, TRACKS);
        load(file);
        long empty = heap();
        CsvLibrary library = Backup.at(directory).read();
        long loaded = heap();
        assertThat(library.find("nobody", "nothing")).isEmpty();
        System.out.printf(
                Locale.ROOT,
                "heap: %d bytes a track, %d with names%n",
                (loaded - empty) / TRACKS,
                (heap() - empty) / TRACKS);
        lookUp(library);
    }

    private void load(Path file) throws IOException {
        for (int run = 1; run <= RUNS; run++) {
            long began = System.nanoTime();
            int bare = bare(file);
            long parsed = System.nanoTime();
            int ours = Backup.at(directory).read().size();
            long read = System.nanoTime();
            assertThat(ours).isEqualTo(bare);
            System.out.printf(
                    Locale.ROOT,
                    "load, run %d: %,d rows a second, %.2f of Commons CSV merely parsing (%,d)%n",
                    run,
                    ours * 1_000_000_000L / (read - parsed),
                    (parsed - began) / (double) (read - parsed),
                    bare * 1_000_000_000L / (parsed - began));
        }
    }

    private static int bare(Path file) throws IOException {
        int rows = -1; // the header
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), CSVFormat.DEFAULT)) {
            for (CSVRecord row : parser) {
                rows += row.size() > 0 ? 1 : 0;
            }
        }
        return rows;
    }

    private static long heap() {
        for (int again = 0; again < 3; again++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void lookUp(CsvLibrary library) throws SQLException {
        List<Question> questions = questions(library);
        List<Question> few = questions.subList(0, SLOW_LOOK_UPS);
        time(
                "ours, by id",
                questions,
                question -> found(library.find(question.id()).isPresent(), question));
        time(
                "ours, by title and artist",
                questions,
                question -> library.find(question.title(), question.artist()).stream()
                        .map(entry -> entry.track().id().toString())
                        .filter(question.text()::equals)
                        .findFirst()
                        .orElse(""));
        time(
                "ours, by title and artist, track not read",
                questions,
                question ->
                        found(!library.find(question.title(), question.artist()).isEmpty(), question));
        for (String url : List.of("jdbc:sqlite::memory:", "jdbc:duckdb:")) {
            try (Connection database = DriverManager.getConnection(url)) {
                fill(database, library);
                try (PreparedStatement byId = database.prepareStatement("select id from tracks where id = ?");
                        PreparedStatement byName = database.prepareStatement(
                                "select id from tracks where title = ? and artist = ? and id = ?")) {
                    time(url + ", by id", few, question -> ask(byId, question.text()));
                    time(
                            url + ", by title and artist",
                            few,
                            question -> ask(byName, question.title(), question.artist(), question.text()));
                }
            }
        }
    }

    private static String found(boolean found, Question question) {
        return found ? question.text() : "";
    }

    private static List<Question> questions(CsvLibrary library) {
        Random random = new Random(5);
        List<Question> questions = new ArrayList<>();
        while (questions.size() < LOOK_UPS) {
            Track track = library.entries().get(random.nextInt(library.size())).track();
            questions.add(new Question(
                    track.id(),
                    track.id().toString(),
                    track.title().orElseThrow(),
                    track.artists().getFirst()));
        }
        return questions;
    }

    private static void time(String what, List<Question> questions, Answering answering) throws SQLException {
        for (Question question : questions) {
            assertThat(answering.answer(question)).as(what).isEqualTo(question.text());
        }
        long best = Long.MAX_VALUE;
        long worst = 0;
        long length = 0;
        for (int run = 0; run < RUNS; run++) {
            long began = System.nanoTime();
            for (Question question : questions) {
                length += answering.answer(question).length();
            }
            long took = System.nanoTime() - began;
            best = Math.min(best, took);
            worst = Math.max(worst, took);
        }
        assertThat(length).isPositive();
        System.out.printf(Locale.ROOT, "%s: %,d to %,d ns%n", what, best / questions.size(), worst / questions.size());
    }

    private static void fill(Connection database, CsvLibrary library) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("create table tracks (id varchar primary key, title varchar, artist varchar)");
            database.setAutoCommit(false);
            try (PreparedStatement insert = database.prepareStatement("insert into tracks values (?, ?, ?)")) {
                int rows = 0;
                for (CsvEntry entry : library.entries()) {
                    Track track = entry.track();
                    insert.setString(1, track.id().toString());
                    insert.setString(2, track.title().orElseThrow());
                    insert.setString(3, track.artists().getFirst());
                    insert.addBatch();
                    rows++;
                    if (rows % 10_000 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            database.commit();
            statement.execute("create index names on tracks (title, artist)");
            database.commit();
        }
    }

    private static String ask(PreparedStatement query, String... parameters) throws SQLException {
        for (int at = 0; at < parameters.length; at++) {
            query.setString(at + 1, parameters[at]);
        }
        try (ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
