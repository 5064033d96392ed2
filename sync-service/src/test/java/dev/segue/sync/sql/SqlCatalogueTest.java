package dev.segue.sync.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.Placement;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackRejected;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.TrackSynced.Outcome;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import dev.segue.sync.Sync;
import dev.segue.sync.SyncRules;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlCatalogueTest {

    @TempDir
    private Path directory;

    private Path file;
    private SqlCatalogue catalogue;

    @BeforeEach
    void open() {
        file = directory.resolve("made/by the service/library.db");
        catalogue = SqlOpening.opened(new SqliteFile("jdbc:sqlite:" + file));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void theSameFactTwiceMakesOneRow() {
        List<Outcome> first = sync(Enriched.track(1));

        List<Outcome> second = sync(Enriched.track(1));

        assertThat(first).containsExactly(Outcome.CREATED);
        assertThat(second).containsExactly(Outcome.UNCHANGED);
        assertThat(query("select count(*) from tracks")).containsExactly("1");
    }

    @Test
    void theSameTrackTwiceInABatchEndsAsTheLastSays() {
        List<Outcome> outcomes = sync(
                Enriched.track(1).in(new Placement("Old", 1)),
                Enriched.track(1).titled("New").in(new Placement("New", 2)),
                Enriched.track(1).titled("New").in(new Placement("New", 2)));

        assertThat(outcomes).containsExactly(Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED);
        assertThat(query("select title from tracks")).containsExactly("New");
        assertThat(query("select playlist || position from playlist_tracks")).containsExactly("New2");
    }

    @Test
    void everyFieldReadsBackAsItWasWritten() {
        sync(IntStream.range(0, 100).mapToObj(Enriched::track).toArray(Enriched[]::new));

        List<Outcome> again =
                sync(IntStream.range(0, 100).mapToObj(Enriched::track).toArray(Enriched[]::new));

        assertThat(again).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void rowsAreReadableWithAnySqliteTool() {
        sync(Enriched.track(7));

        assertThat(query("select title || '|' || artists || '|' || release_date || '|' || duration_ms || '|' || genres"
                        + " || '|' || explicit || '|' || liked || '|' || complete || '|' || provenance || '|' || added_at"
                        + " from tracks"))
                .containsExactly("Song 7|Artist 7; Guest; with a semicolon|2016-08|180007|house, deep house|0|1|1|CSV|"
                        + "2026-11-01T10:00:00Z");
    }

    @Test
    void theSameTrackMayStandTwiceInAPlaylist() {
        sync(Enriched.track(1).in(new Placement("Mix", 1), new Placement("Mix", 5)));

        assertThat(query("select position from playlist_tracks where playlist = 'Mix' order by position"))
                .containsExactly("1", "5");
    }

    @Test
    void tracksThatChangePlacesEndAsTheFactsSayInAnyOrder() {
        var first = new Placement("Mix", 1);
        var second = new Placement("Mix", 2);
        sync(Enriched.track(1).in(first), Enriched.track(2).in(second));

        sync(Enriched.track(1).in(second));
        sync(Enriched.track(2).in(first));

        assertThat(query("select position || track_id from playlist_tracks order by position"))
                .containsExactly("1" + Enriched.id(2), "2" + Enriched.id(1));
    }

    @Test
    void aTrackThatLeftAPlaylistLeavesTheOthersAlone() {
        sync(Enriched.track(1).in(new Placement("Mix", 1)), Enriched.track(2).in(new Placement("Mix", 2)));

        sync(Enriched.track(1).in());

        assertThat(query("select track_id from playlist_tracks"))
                .containsExactly(Enriched.id(2).toString());
    }

    @Test
    void aTrackThatCannotBeStoredIsRejectedAndTheOthersAreWritten() {
        List<Fact> answers = answers(
                Enriched.track(1).titled("half \ud83d of an emoji"),
                Enriched.track(2).titled("whole \ud83d\ude00 emoji"),
                Enriched.track(3).titled("nul \0 inside"));

        assertThat(answers.get(0)).isInstanceOfSatisfying(TrackRejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(TrackRejected.Reason.NOT_STORABLE);
            assertThat(rejected.detail()).isEqualTo("title has half a character (a lone surrogate) at 5");
        });
        assertThat(answers.get(1)).isInstanceOf(TrackSynced.class);
        assertThat(answers.get(2)).isInstanceOf(TrackRejected.class);
        assertThat(query("select title from tracks")).containsExactly("whole \ud83d\ude00 emoji");
    }

    @Test
    void aFullDiskLeavesNothingHalfWrittenAndPasses() throws SQLException {
        sync(Enriched.track(0));
        Enriched[] many = IntStream.range(1, 101).mapToObj(Enriched::track).toArray(Enriched[]::new);
        catalogue.connected(open -> execute(open, "pragma max_page_count = 12"));

        assertThatThrownBy(() -> sync(many))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("library.db: the disk is full");

        assertThat(query("select count(*) from tracks")).containsExactly("1");
        assertThat(sync(many)).containsOnly(Outcome.CREATED); // on a new connection, which has no such limit
    }

    @Test
    void aDirectoryThatIsGoneIsWaitedFor() throws IOException {
        sync(Enriched.track(1));
        catalogue.close();
        Path made = directory.resolve("made");
        Path away = Files.move(made, directory.resolve("away"));
        Files.writeString(made, "no directory");

        assertThatThrownBy(() -> sync(Enriched.track(1)))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("it cannot be opened");

        Files.delete(made);
        Files.move(away, made);
        assertThat(sync(Enriched.track(1))).containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void aFileThatIsTakenAwayIsNotWrittenOn() throws IOException {
        sync(Enriched.track(1), Enriched.track(2));
        Path elsewhere = Files.move(file, directory.resolve("elsewhere.db"));

        List<Outcome> written = sync(Enriched.track(2));

        assertThat(written).containsExactly(Outcome.CREATED);
        assertThat(query(file, "select count(*) from tracks")).containsExactly("1");
        assertThat(query(elsewhere, "select count(*) from tracks")).containsExactly("2");
    }

    @Test
    void garbageInItsPlaceIsAPause() throws IOException {
        sync(Enriched.track(1));
        Path garbage = Files.writeString(directory.resolve("garbage"), "This is no database. ".repeat(500));
        Files.move(garbage, file, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> sync(Enriched.track(1)))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("the file is damaged or no SQLite database");

        Files.delete(file);
        assertThat(sync(Enriched.track(1))).containsExactly(Outcome.CREATED);
    }

    @Test
    void tablesThatSomebodyHasTakenAwayAreAPauseAndAreMadeAnew() {
        sync(Enriched.track(1));
        for (String table : List.of("playlist_tracks", "playlists", "tracks", "schema_migrations")) {
            catalogue.connected(open -> execute(open, "drop table " + table));
        }

        assertThatThrownBy(() -> sync(Enriched.track(1)))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("no such table");

        assertThat(sync(Enriched.track(1))).containsExactly(Outcome.CREATED);
    }

    @Test
    void itIsThereAfterARestart() {
        sync(Enriched.track(1));
        catalogue.close();

        catalogue = SqlOpening.opened(new SqliteFile("jdbc:sqlite:" + file));

        assertThat(sync(Enriched.track(1))).containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void aDamagedFileStopsTheStartWithOneLine() throws IOException {
        Path damaged = Files.writeString(directory.resolve("notes.txt"), "This is no database. ".repeat(500));

        assertThatThrownBy(() -> SqlOpening.opened(new SqliteFile("jdbc:sqlite:" + damaged)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(damaged + " cannot be used: the file is damaged or no SQLite database")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aDatabaseOfAnotherKindIsRefusedWithoutShowingThePassword() {
        assertThatThrownBy(() -> new SqliteFile("jdbc:mysql://me:secret@host/db?password=secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("segue.sql.url accepts jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theSummaryCountsWhatIsThere() {
        sync(
                Enriched.track(1),
                Enriched.track(2).partial(),
                Enriched.track(3).duplicateOf(Enriched.id(1)).in(new Placement("Mix", 1)));

        var summary = catalogue.summary();

        assertThat(summary.tracks()).isEqualTo(3);
        assertThat(summary.complete()).isEqualTo(2);
        assertThat(summary.partial()).isEqualTo(1);
        assertThat(summary.duplicates()).isEqualTo(1);
        assertThat(summary.playlists()).isEqualTo(2);
        assertThat(summary.url()).isEqualTo("jdbc:sqlite:" + file);
    }

    private List<Outcome> sync(Enriched... tracks) {
        return answers(tracks).stream()
                .map(answer -> ((TrackSynced) answer).outcome())
                .toList();
    }

    private List<Fact> answers(Enriched... tracks) {
        List<TrackEnriched> facts = Stream.of(tracks).map(Enriched::fact).toList();
        return new Sync(catalogue, SyncRules.STANDARD, Clock.systemUTC()).on(facts);
    }

    /// As another program would ask.
    private List<String> query(String sql) {
        return query(file, sql);
    }

    private static List<String> query(Path file, String sql) {
        var answers = new ArrayList<String>();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
        return answers;
    }

    private static boolean execute(Connection open, String sql) throws SQLException {
        try (Statement statement = open.createStatement()) {
            return statement.execute(sql);
        }
    }
}
