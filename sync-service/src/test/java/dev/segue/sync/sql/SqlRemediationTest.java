package dev.segue.sync.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Placement;
import dev.segue.sync.Enriched;
import dev.segue.sync.KnownTracks;
import dev.segue.sync.Remediation;
import dev.segue.sync.Remedy;
import dev.segue.sync.Sync;
import dev.segue.sync.SyncRules;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlRemediationTest {

    @TempDir
    private Path directory;

    private SqlCatalogue catalogue;

    @BeforeEach
    void open() {
        catalogue = SqlOpening.opened(new SqliteFile("jdbc:sqlite:" + directory.resolve("library.db")));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private void sync(Enriched... tracks) {
        var facts = Arrays.stream(tracks).map(Enriched::fact).toList();
        new Sync(catalogue, SyncRules.STANDARD, Clock.systemUTC()).on(facts);
    }

    /// As a person would, with another program.
    private void byHand(String sql) {
        catalogue.connected(open -> {
            try (Statement statement = open.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    private String ask(String sql) {
        return catalogue.connected(open -> {
            try (Statement statement = open.createStatement();
                    var row = statement.executeQuery(sql)) {
                return row.next() ? String.valueOf(row.getString(1)) : "no row";
            }
        });
    }

    private Remediation remedy(KnownTracks known, boolean fix) {
        return Remedy.of(catalogue, known, fix, Clock.systemUTC());
    }

    @Test
    void whatDiffersIsReportedByFieldWithBothValuesAndNothingIsWritten() {
        sync(Enriched.track(1), Enriched.track(2));
        byHand("update tracks set title = 'Wrong', album = null, tempo = 99.5 where id = '" + Enriched.id(1) + "'");

        Remediation report = remedy(new KnownTracks(Enriched.track(1), Enriched.track(2)), false);

        assertThat(Remedy.told(report))
                .containsExactlyInAnyOrder(
                        "DIFFERENT title: Wrong -> Song 1",
                        "DIFFERENT album:  -> Album 1",
                        "DIFFERENT tempo: 99.5 -> 120.001");
        assertThat(report.pages()).isEqualTo(2);
        assertThat(report.tracks()).isEqualTo(2);
        assertThat(ask("select title from tracks where id = '" + Enriched.id(1) + "'"))
                .isEqualTo("Wrong");
    }

    @Test
    void whatIsFoundIsPutRightAndASecondTimeThereIsNothing() {
        sync(Enriched.track(1));
        byHand("update tracks set title = 'Wrong', popularity = 3");
        byHand("update playlist_tracks set position = 77");
        var known = new KnownTracks(Enriched.track(1), Enriched.track(2));

        Remediation report = remedy(known, true);

        assertThat(Remedy.told(report))
                .containsExactlyInAnyOrder(
                        "DIFFERENT title: Wrong -> Song 1 = FIXED",
                        "DIFFERENT playlists: Mix 1: 77 -> Mix 1: 2 = FIXED",
                        "NO_PAGE = FIXED");
        assertThat(ask("select title || popularity from tracks where id = '" + Enriched.id(1) + "'"))
                .isEqualTo("Song 13");
        assertThat(ask("select count(*) from tracks")).isEqualTo("2");
        assertThat(Remedy.told(remedy(known, true))).isEmpty();
    }

    @Test
    void popularityAndWhatExportersChangeInTextAreNoDifferences() {
        sync(Enriched.track(1).titled("“Don’t Stop”, they say").popular(10));

        Remediation report = remedy(new KnownTracks(Enriched.track(1).titled("\"Don't Stop\" they say")), false);

        assertThat(Remedy.told(report)).isEmpty();
    }

    @Test
    void rowsOfUnknownTracksAndOfNoneAreReportedAndLeftAlone() {
        sync(Enriched.track(1), Enriched.track(2));
        byHand("insert into tracks (id, title, liked, complete, provenance, updated_at)"
                + " values ('my notes', 'Mine', 0, 0, '', '')");

        Remediation report = remedy(new KnownTracks(Enriched.track(1)), true);

        assertThat(Remedy.told(report)).containsExactlyInAnyOrder("NO_ID", "UNKNOWN_ID");
        assertThat(ask("select count(*) from tracks")).isEqualTo("3");
    }

    @Test
    void manyAreComparedAndPutRightInBatches() {
        Enriched[] tracks = IntStream.range(0, 450).mapToObj(Enriched::track).toArray(Enriched[]::new);
        sync(Arrays.copyOf(tracks, 250));
        byHand("update tracks set label = 'Nobody'");

        Remediation report = remedy(new KnownTracks(tracks), true);

        assertThat(report.counts()).isEqualTo(new Remediation.Counts(250, 200, 0, 0, 0, 450, 0));
        assertThat(ask("select count(*) from tracks where label = 'Label'")).isEqualTo("450");
    }

    @Test
    void whatAKillInterruptedGoesOnAndPutsRightOnlyWhatWasReported() {
        sync(Enriched.track(1), Enriched.track(2));
        byHand("update tracks set title = 'Wrong'");
        var known = new KnownTracks(Enriched.track(1), Enriched.track(2));
        Remediation left = Remedy.compared(remedy(known, false));
        byHand("update tracks set album = 'Changed after the report'");
        known.learn(Enriched.track(2).titled("Renamed meanwhile"));

        Remediation report = Remedy.resumed(catalogue, known, left, Clock.systemUTC());

        assertThat(Remedy.told(report))
                .containsExactlyInAnyOrder(
                        "DIFFERENT title: Wrong -> Song 1 = FIXED", "DIFFERENT title: Wrong -> Song 2 = CHANGED");
        assertThat(ask("select title from tracks order by id limit 1")).isEqualTo("Song 1");
        assertThat(ask("select count(*) from tracks where album = 'Changed after the report'"))
                .isEqualTo("2");
    }

    @Test
    void itWaitsForWhoeverCannotBeAskedNow() throws SQLException {
        sync(Enriched.track(1).in(new Placement("Old", 1)));
        var known = new KnownTracks(Enriched.track(1));
        known.refuse(3);

        Remediation report = remedy(known, false);

        assertThat(Remedy.told(report)).containsExactly("DIFFERENT playlists: Old: 1 -> Mix 1: 2");
    }

    @Test
    void aTrackThatCannotBeStoredIsReportedAsRefused() {
        Remediation report = remedy(new KnownTracks(Enriched.track(1).titled("half \ud83d")), true);

        assertThat(Remedy.told(report)).containsExactly("NO_PAGE = REFUSED");
        assertThat(report.findings().getFirst().advice())
                .hasValueSatisfying(why -> assertThat(why).contains("lone surrogate"));
    }
}
