package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.Placement;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackRejected;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.TrackSynced.Outcome;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.DuplicateRule;
import dev.segue.sync.Enriched;
import dev.segue.sync.LeavingRule;
import dev.segue.sync.SyncRules;
import dev.segue.testkit.standin.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotionCatalogueTest extends AtTheDesk {

    private static List<Enriched> tracks(int count) {
        return IntStream.range(0, count).mapToObj(Enriched::track).toList();
    }

    private static List<Outcome> outcomes(List<Fact> facts) {
        return facts.stream().map(fact -> ((TrackSynced) fact).outcome()).toList();
    }

    @Test
    void aTrackIsWrittenOnceAndReadsAsItWasWritten() {
        assertThat(outcomes(desk.sync(Enriched.track(1)))).containsExactly(Outcome.CREATED);
        desk.notion.clock().advance(Duration.ofMinutes(1));
        assertThat(outcomes(desk.sync(Enriched.track(1)))).containsExactly(Outcome.UNCHANGED);
        assertThat(desk.pages()).hasSize(1);
    }

    @Test
    void thePageOfATrackIsNamed() {
        TrackSynced synced = (TrackSynced) desk.sync(Enriched.track(1)).getFirst();

        assertThat(synced.page()).isEqualTo(desk.page(1).get("id").asText());
    }

    @Test
    void anUnchangedLibraryOfAThousandTracksCostsTenCalls() {
        desk.syncPatiently(tracks(1000));
        desk.notion.clock().advance(Duration.ofMinutes(1));
        desk.restart();
        long before = desk.notion.calls().total();

        List<Fact> facts = desk.syncPatiently(tracks(1000));

        assertThat(outcomes(facts)).hasSize(1000).containsOnly(Outcome.UNCHANGED);
        assertThat(desk.notion.calls().total() - before).isEqualTo(10);
    }

    @Test
    void theFirstLoadCostsACallAPageAndAQueryAHundred() {
        desk.syncPatiently(tracks(1000));

        assertThat(desk.pages()).hasSize(1000);
        assertThat(desk.notion.calls().total()).isLessThanOrEqualTo(1000 + 10 + 10 + 5);
    }

    @Test
    void onlyPropertiesThatDifferAreWrittenAndOnlySeguesOwn() {
        desk.schema("{\"My rating\": {\"number\": {}}}");
        desk.sync(Enriched.track(1));
        String page = desk.page(1).get("id").asText();
        desk.patch("/pages/" + page, "{\"properties\": {\"My rating\": {\"number\": 5}}}");

        assertThat(outcomes(desk.sync(Enriched.track(1).titled("Another")))).containsExactly(Outcome.UPDATED);

        assertThat(desk.page(1).at("/properties/My rating/number").asInt()).isEqualTo(5);
        assertThat(Desk.text(desk.page(1), "Title")).isEqualTo("Another");
    }

    @Test
    void pagesWithTheSameIdThatOthersMadeAreAdopted() {
        List<String> forms = List.of(
                Enriched.id(1).key(),
                "spotify:track:" + Enriched.id(2).key(),
                "https://open.spotify.com/track/" + Enriched.id(3).key() + "?si=x",
                "Spotify:Track:" + Enriched.id(4).key() + "?si=x");
        forms.forEach(form ->
                desk.handmade("{\"Spotify ID\": {\"rich_text\": [{\"text\": {\"content\": \"" + form + "\"}}]}}"));

        List<Fact> facts = desk.sync(Enriched.track(1), Enriched.track(2), Enriched.track(3), Enriched.track(4));

        assertThat(outcomes(facts)).containsOnly(Outcome.UPDATED);
        assertThat(desk.pages())
                .hasSize(4)
                .extracting(page -> Desk.text(page, "Title"))
                .contains("Song 1", "Song 3", "Song 4");
    }

    @Test
    void aRenamedPropertyIsStillFoundAfterARestart() {
        desk.sync(Enriched.track(1));
        desk.schema("{\"Spotify ID\": {\"name\": \"Code\"}, \"Tempo\": {\"name\": \"BPM\"}}");
        desk.notion.clock().advance(Duration.ofMinutes(1));
        desk.restart();

        desk.sync(Enriched.track(1).titled("Another"), Enriched.track(2));

        assertThat(desk.pages())
                .hasSize(2)
                .allMatch(page -> page.at("/properties/BPM/number").asDouble() > 100);
    }

    @Test
    void aDeletedPropertyIsLeftOutAndAllElseIsWritten() {
        desk.sync(Enriched.track(1));
        desk.schema("{\"Tempo\": null}");
        desk.notion.clock().advance(Duration.ofMinutes(1));

        List<Fact> facts = desk.sync(Enriched.track(1).titled("Another"), Enriched.track(2));

        assertThat(outcomes(facts)).containsExactly(Outcome.UPDATED, Outcome.CREATED);
        assertThat(outcomes(desk.sync(Enriched.track(2)))).containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void thousandsOfGenresAreWritten() {
        List<Enriched> many = IntStream.range(0, 1000)
                .mapToObj(n -> Enriched.track(n).of("genre of some length " + n))
                .toList();

        assertThat(outcomes(desk.syncPatiently(many))).hasSize(1000).containsOnly(Outcome.CREATED);
    }

    @Test
    void whereAPropertyTakesNoMoreOptionsAllElseIsWritten() {
        desk.schema("{\"Style\": {\"multi_select\": {}}}");
        desk.choose(Map.of("genres", "Style"));
        List<Enriched> many = IntStream.range(0, 1000)
                .mapToObj(n -> Enriched.track(n).of("genre of some length " + n))
                .toList();

        List<Fact> first = desk.syncPatiently(many);
        desk.notion.clock().advance(Duration.ofMinutes(1));

        assertThat(outcomes(first)).hasSize(1000).containsOnly(Outcome.CREATED);
        assertThat(desk.page(1).at("/properties/Style/multi_select")).hasSize(1);
        assertThat(desk.page(999).at("/properties/Style/multi_select")).isEmpty();
        assertThat(outcomes(desk.syncPatiently(many))).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void anotherPropertyForTheIdMakesNoSecondPage() {
        desk.schema("{\"Code\": {\"rich_text\": {}}}");
        desk.sync(Enriched.track(1));
        desk.patch(
                "/pages/" + desk.page(1).get("id").asText(),
                "{\"properties\": {\"Code\": {\"rich_text\": [{\"text\": {\"content\": \""
                        + Enriched.id(1).key() + "\"}}]}}}");
        desk.schema("{\"Spotify ID\": null}");
        desk.schema("{\"Code\": {\"name\": \"Spotify ID\"}}");
        desk.notion.clock().advance(Duration.ofMinutes(1));

        assertThat(outcomes(desk.sync(Enriched.track(1)))).containsExactly(Outcome.UNCHANGED);
        assertThat(desk.pages()).hasSize(1);
    }

    @Test
    void aRenamedPropertyIsFoundAlsoIfTheSettingsNameAnotherOne() {
        desk.sync(Enriched.track(1));
        desk.schema("{\"Tempo\": {\"name\": \"BPM\"}, \"Record company\": {\"rich_text\": {}}}");

        desk.choose(Map.of("label", "Record company"));
        desk.sync(Enriched.track(2));

        assertThat(desk.page(2).at("/properties/BPM/number").asDouble()).isEqualTo(120.002);
        assertThat(Desk.text(desk.page(2), "Record company")).isEqualTo("Label");
        assertThat(Desk.text(desk.page(2), "Label")).isEmpty();
    }

    @Test
    void aDatabaseWithoutTheIdSaysWhichPropertyItLacks() {
        desk.schema("{\"Spotify ID\": null}");

        assertThatThrownBy(() -> desk.sync(Enriched.track(1)))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("Spotify ID");
    }

    @Test
    void propertiesOfOtherNamesAndTypesAreUsedAsTheSettingsSay() {
        desk.schema("{\"Who\": {\"multi_select\": {}}, \"BPM\": {\"rich_text\": {}}}");
        desk.choose(Map.of("artists", "Who", "tempo", "BPM"));

        desk.sync(Enriched.track(1));
        desk.notion.clock().advance(Duration.ofMinutes(1));

        assertThat(desk.page(1).at("/properties/Who/multi_select/0/name").asText())
                .isEqualTo("Artist 1");
        assertThat(Desk.text(desk.page(1), "BPM")).isEqualTo("120.001");
        assertThat(outcomes(desk.sync(Enriched.track(1)))).containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void anIdThatStandsInTheTitleIsNotOverwritten() {
        desk.choose(Map.of("id", "Title"));

        desk.sync(Enriched.track(1));
        desk.notion.clock().advance(Duration.ofMinutes(1));
        desk.restart();

        assertThat(outcomes(desk.sync(Enriched.track(1)))).containsExactly(Outcome.UNCHANGED);
        assertThat(desk.pages())
                .singleElement()
                .satisfies(page -> assertThat(Desk.text(page, "Title"))
                        .isEqualTo(Enriched.id(1).key()));
    }

    @Test
    void aPropertyThatWasChosenIsNotTakenByTheOneThatIsCalledSo() {
        desk.choose(Map.of("album", "Provenance"));

        desk.sync(Enriched.track(1));

        assertThat(Desk.text(desk.page(1), "Provenance")).isEqualTo("Album 1");
    }

    @Test
    void aLongTitleIsWrittenInPiecesAndNoCharacterIsHalved() {
        String title = "x".repeat(1999) + "🎵".repeat(1500);

        desk.sync(Enriched.track(1).titled(title));
        desk.notion.clock().advance(Duration.ofMinutes(1));

        assertThat(Desk.text(desk.page(1), "Title")).isEqualTo(title);
        assertThat(outcomes(desk.sync(Enriched.track(1).titled(title)))).containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void whatNotionDoesNotTakeIsRejectedAndTheRestIsWritten() {
        desk.notion
                .faults()
                .add(Fault.of("POST /v1/pages", Fault.Kind.SERVER_ERROR, 1).status(400));

        List<Fact> facts = desk.sync(Enriched.track(1).in(), Enriched.track(2));

        assertThat(facts.getFirst()).isInstanceOf(TrackRejected.class);
        assertThat(facts.getLast()).isInstanceOf(TrackSynced.class);
        assertThat(desk.pages()).hasSize(1);
    }

    @Test
    void anyRefusalThatIsAboutThePageIsOfThatTrackAlone() {
        desk.notion
                .faults()
                .add(Fault.of("POST /v1/pages", Fault.Kind.SERVER_ERROR, 1).status(413));

        List<Fact> facts = desk.sync(Enriched.track(1).in(), Enriched.track(2).in());

        assertThat(facts.getFirst())
                .isInstanceOfSatisfying(
                        TrackRejected.class,
                        rejected -> assertThat(rejected.detail()).contains("Server error."));
        assertThat(facts.getLast()).isInstanceOf(TrackSynced.class);
    }

    @Test
    void whatIsSaidAfterARefusalMakesThePageThatIsLacking() {
        desk.notion
                .faults()
                .add(Fault.of("POST /v1/pages", Fault.Kind.SERVER_ERROR, 1).status(400));

        List<Fact> facts = desk.sync(
                Enriched.track(1).in(), Enriched.track(1).titled("Another").in());

        assertThat(facts.getFirst()).isInstanceOf(TrackRejected.class);
        assertThat(facts.getLast())
                .isInstanceOfSatisfying(
                        TrackSynced.class,
                        synced -> assertThat(synced.page())
                                .isEqualTo(desk.page(1).get("id").asText()));
        assertThat(Desk.text(desk.page(1), "Title")).isEqualTo("Another");
    }

    @Test
    void playlistsAreRelatedAndFollowed() {
        desk.sync(Enriched.track(1).in(new Placement("Mix", 3), new Placement("Warm: up", 1)));
        assertThat(desk.playlistsOf(desk.page(1))).containsExactly("Mix", "Warm: up");

        desk.sync(
                Enriched.track(1).in(new Placement("Mix", 4)), Enriched.track(2).in(new Placement("Mix", 1)));

        assertThat(desk.playlistsOf(desk.page(1))).containsExactly("Mix");
        assertThat(Desk.text(desk.page(1), "Places")).isEqualTo("Mix: 4");
        assertThat(desk.page(1).at("/properties/Playlists/relation/0/id"))
                .isEqualTo(desk.page(2).at("/properties/Playlists/relation/0/id"));
    }

    @Test
    void aPlaylistThatWasLeftStaysIfThePersonSaysSo() {
        var rules = new SyncRules(DuplicateRule.MARK, LeavingRule.KEEP);
        desk.sync(rules, List.of(Enriched.track(1).in(new Placement("Old", 3))));

        desk.sync(rules, List.of(Enriched.track(1).in(new Placement("New", 1))));

        assertThat(desk.playlistsOf(desk.page(1))).containsExactly("New", "Old");
    }

    @Test
    void aRelationThatAPersonCutIsMended() {
        desk.sync(Enriched.track(1).in(new Placement("Mix", 3)));
        desk.notion.clock().advance(Duration.ofMinutes(1));
        String page = desk.page(1).get("id").asText();
        desk.patch("/pages/" + page, "{\"properties\": {\"Playlists\": {\"relation\": []}}}");

        desk.sync(Enriched.track(1).in(new Placement("Mix", 3)));

        assertThat(desk.playlistsOf(desk.page(1))).containsExactly("Mix");
    }

    @Test
    void duplicatesAreMarkedSkippedOrKept() {
        Enriched twin = Enriched.track(2).duplicateOf(Enriched.id(1));
        desk.sync(new SyncRules(DuplicateRule.SKIP, LeavingRule.MIRROR), List.of(twin));
        assertThat(desk.pages()).isEmpty();

        desk.sync(new SyncRules(DuplicateRule.KEEP, LeavingRule.MIRROR), List.of(twin));
        assertThat(Desk.text(desk.page(2), "Duplicate of")).isEmpty();

        desk.sync(twin);
        assertThat(Desk.text(desk.page(2), "Duplicate of"))
                .isEqualTo(Enriched.id(1).toString());
    }

    @Test
    void aPageThatAPersonThrewAwayIsWrittenAnew() {
        desk.sync(Enriched.track(1));
        JsonNode old = desk.page(1);
        desk.notion.clock().advance(Duration.ofMinutes(1));
        desk.control("DELETE", "/__control/pages/" + old.get("id").asText(), "");

        desk.sync(Enriched.track(1));

        assertThat(desk.page(1).get("id")).isNotEqualTo(old.get("id"));
    }

    @Test
    void theSummaryCountsPages() {
        desk.sync(
                Enriched.track(1),
                Enriched.track(2).partial(),
                Enriched.track(3).duplicateOf(Enriched.id(1)));

        var summary = desk.catalogue.summary();

        assertThat(summary.kind()).isEqualTo("notion");
        assertThat(List.of(
                        summary.tracks(),
                        summary.complete(),
                        summary.partial(),
                        summary.duplicates(),
                        summary.playlists()))
                .containsExactly(3L, 2L, 1L, 1L, 2L);
    }
}
