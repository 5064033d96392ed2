package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.segue.library.Placement;
import dev.segue.sync.CatalogueRow;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import dev.segue.sync.Finding;
import dev.segue.sync.KnownTracks;
import dev.segue.sync.Remediation;
import dev.segue.sync.Remediations;
import dev.segue.sync.Remedy;
import dev.segue.sync.Shelf;
import dev.segue.sync.SyncRules;
import dev.segue.testkit.standin.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotionRemediationTest extends AtTheDesk {

    private Remediation remedy(KnownTracks known, boolean fix) {
        desk.notion.clock().advance(Duration.ofMinutes(1));
        return Remedy.of(desk.catalogue, known, fix, desk.notion.clock());
    }

    private void edit(int n, String properties) {
        desk.patch("/pages/" + desk.page(n).get("id").asText(), "{\"properties\": " + properties + "}");
    }

    private static String id(int n) {
        return "{\"Spotify ID\": {\"rich_text\": [{\"text\": {\"content\": \""
                + Enriched.id(n).key() + "\"}}]}}";
    }

    @Test
    void everythingThatCanBeWrongIsFoundAndOnlyWhatSegueMayChangeIsChanged() {
        desk.sync(Enriched.track(1), Enriched.track(2), Enriched.track(3));
        desk.notion.clock().advance(Duration.ofMinutes(1));
        edit(1, "{\"Tempo\": {\"number\": 99}, \"Popularity\": {\"number\": 3}, \"Playlists\": {\"relation\": []}}");
        desk.handmade(id(2));
        desk.handmade("{\"Title\": {\"title\": [{\"text\": {\"content\": \"My notes\"}}]}}");
        desk.control("DELETE", "/__control/pages/" + desk.page(3).get("id").asText(), "");
        desk.handmade(id(9));
        var known = new KnownTracks(Enriched.track(1), Enriched.track(2), Enriched.track(3));

        Remediation report = remedy(known, true);

        assertThat(Remedy.told(report))
                .containsExactlyInAnyOrder(
                        "DIFFERENT tempo: 99.0 -> 120.001 = FIXED",
                        "DIFFERENT playlists:  -> Mix 1: 2 = FIXED",
                        "SAME_ID",
                        "NO_ID",
                        "UNKNOWN_ID",
                        "NO_PAGE = FIXED");
        assertThat(desk.pages()).hasSize(6);
        assertThat(desk.playlistsOf(desk.page(1))).containsExactly("Mix 1");
        assertThat(desk.page(1).at("/properties/Popularity/number").asInt()).isEqualTo(3);
        assertThat(Remedy.told(remedy(known, true))).containsExactlyInAnyOrder("SAME_ID", "NO_ID", "UNKNOWN_ID");
    }

    @Test
    void aDatabaseOfMorePagesThanAQueryShowsIsReadToItsEnd() {
        desk.control("POST", "/__control/mode", "{\"queryResults\": 10, \"perSecond\": null}");
        for (int n = 0; n < 47; n++) {
            desk.handmade(id(n));
            desk.notion.clock().advance(Duration.ofSeconds(20));
        }

        List<CatalogueRow> read = rows();

        assertThat(read).hasSize(47).doesNotHaveDuplicates();
        assertThat(desk.catalogue.summary().tracks()).isEqualTo(47);
    }

    @Test
    void aPageThatIsTrashedWhereTheReadingStoodDoesNotStopIt() {
        IntStream.range(0, 250).forEach(n -> desk.handmade(id(n)));
        var reading = desk.catalogue.rows();
        var read = new ArrayList<CatalogueRow>(reading.next());

        desk.control("DELETE", "/__control/pages/" + desk.page(100).get("id").asText(), "");
        for (List<CatalogueRow> rows = reading.next(); !rows.isEmpty(); rows = reading.next()) {
            read.addAll(rows);
        }

        assertThat(read).hasSize(249).doesNotHaveDuplicates();
    }

    @Test
    void aPropertyThatWasDeletedIsNoDifferenceOnEachPage() {
        desk.sync(Enriched.track(1), Enriched.track(2));
        desk.schema("{\"Tempo\": null}");

        Remediation report = remedy(new KnownTracks(Enriched.track(1), Enriched.track(2)), true);

        assertThat(Remedy.told(report)).isEmpty();
    }

    @Test
    void aPropertyThatIsDeletedAfterTheReportIsNotSaidToBeFixed() {
        desk.sync(Enriched.track(1));
        desk.notion.clock().advance(Duration.ofMinutes(1));
        edit(1, "{\"Tempo\": {\"number\": 99}, \"Energy\": {\"number\": 0.1}, \"Playlists\": {\"relation\": []}}");
        var known = new KnownTracks(Enriched.track(1));
        Remediation report = Remedy.compared(remedy(known, false));
        desk.schema("{\"Tempo\": null, \"Playlists\": null}");
        desk.notion.clock().advance(Duration.ofMinutes(1));

        Remediation ended = Remedy.resumed(desk.catalogue, known, report, desk.notion.clock());

        assertThat(Remedy.told(ended))
                .containsExactlyInAnyOrder(
                        "DIFFERENT tempo: 99.0 -> 120.001 = CHANGED",
                        "DIFFERENT energy: 0.1 -> 0.7 = FIXED",
                        "DIFFERENT playlists:  -> Mix 1: 2 = CHANGED");
        assertThat(ended.findings())
                .filteredOn(finding -> finding.outcome().equals(Optional.of(Finding.Outcome.CHANGED)))
                .allSatisfy(
                        finding -> assertThat(finding.advice()).contains("the catalogue has no place for it any more"));
        assertThat(desk.page(1).at("/properties/Energy/number").asDouble()).isEqualTo(0.7);
    }

    private List<CatalogueRow> rows() {
        var read = new ArrayList<CatalogueRow>();
        var reading = desk.catalogue.rows();
        for (List<CatalogueRow> rows = reading.next(); !rows.isEmpty(); rows = reading.next()) {
            read.addAll(rows);
        }
        return read;
    }

    @Test
    void aMinuteWithMorePagesThanAQueryShowsIsReadToItsEnd() {
        desk.control("POST", "/__control/mode", "{\"queryResults\": 10, \"perSecond\": null}");
        IntStream.range(0, 120).forEach(n -> desk.handmade(id(n)));
        desk.notion.clock().advance(Duration.ofMinutes(2));
        IntStream.range(120, 125).forEach(n -> desk.handmade(id(n)));

        List<CatalogueRow> read = rows();

        assertThat(read).hasSize(125).doesNotHaveDuplicates();
    }

    @Test
    void aMinuteOfMorePagesThatNothingTellsApartIsNotPassedOff() {
        desk.control("POST", "/__control/mode", "{\"queryResults\": 10, \"perSecond\": null}");
        IntStream.range(0, 11).forEach(n -> desk.handmade("{}"));

        assertThatThrownBy(this::rows)
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("Notion does not show all pages made at 2026-11-22T12:00:00.000Z");
    }

    @Test
    void whileNotionSaysLaterTheReportSaysUntilWhen() {
        desk.notion.faults().add(Fault.of("*", Fault.Kind.TOO_MANY, 1).retryAfter(3600));

        try (var remediations = new Remediations(
                desk.catalogue,
                new KnownTracks(),
                SyncRules.STANDARD,
                new Shelf(),
                desk.notion.clock(),
                Duration.ofSeconds(5))) {
            String id = remediations.begin(false).id();
            await().until(() ->
                    remediations.find(id).flatMap(Remediation::waiting).isPresent());

            assertThat(remediations.find(id).flatMap(Remediation::waitsUntil))
                    .contains(desk.notion.clock().instant().plusSeconds(3600));
        }
    }

    @Test
    void faultsOnTheWayMakeNoSecondPage() {
        desk.sync(Enriched.track(1).in(new Placement("Old", 1)));
        desk.control("POST", "/__control/mode", "{\"queryLag\": \"0s\", \"perSecond\": null}");
        for (var kind : List.of(Fault.Kind.SERVER_ERROR, Fault.Kind.TOO_MANY, Fault.Kind.GARBAGE)) {
            desk.notion.faults().add(Fault.of("*", kind, 3).retryAfter(0));
        }
        Enriched[] tracks = IntStream.range(1, 61).mapToObj(Enriched::track).toArray(Enriched[]::new);

        Remediation report = remedy(new KnownTracks(tracks), true);

        assertThat(report.counts()).isEqualTo(new Remediation.Counts(1, 59, 0, 0, 0, 60, 0));
        assertThat(desk.pages())
                .hasSize(60)
                .extracting(page -> Desk.text(page, "Spotify ID"))
                .doesNotHaveDuplicates();
    }
}
