package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.Placement;
import dev.segue.library.fact.TrackSynced;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.DuplicateRule;
import dev.segue.sync.Enriched;
import dev.segue.sync.KnownTracks;
import dev.segue.sync.LeavingRule;
import dev.segue.sync.Remedy;
import dev.segue.sync.SyncRules;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A track's page is related to the pages of its playlists, and people change both.
class PlaylistRelationTest extends AtTheDesk {

    private static final SyncRules KEEP = new SyncRules(DuplicateRule.MARK, LeavingRule.KEEP);
    private static final Enriched IN_MIX = Enriched.track(1).in(new Placement("Mix", 3));

    /// A playlist's page that a person makes.
    private String made(String title) {
        String source = desk.api
                .get("/data_sources/" + desk.source)
                .body()
                .at("/properties/Playlists/relation/data_source_id")
                .asText();
        ObjectNode body = NotionApi.JSON.createObjectNode();
        body.putObject("parent").put("data_source_id", source);
        body.putObject("properties").putObject("Name").set("title", Text.pieces(title));
        return desk.api.post("/pages", body).body().get("id").asText();
    }

    /// The database of playlists.
    private String database() {
        String playlists = desk.api
                .get("/pages/" + related(1))
                .body()
                .at("/parent/data_source_id")
                .asText();
        return desk.api
                .get("/data_sources/" + playlists)
                .body()
                .at("/parent/database_id")
                .asText();
    }

    private void relate(int n, String... playlists) {
        ObjectNode body = NotionApi.JSON.createObjectNode();
        var relation = body.putObject("properties").putObject("Playlists").putArray("relation");
        List.of(playlists).forEach(id -> relation.addObject().put("id", id));
        desk.patch("/pages/" + desk.page(n).get("id").asText(), body.toString());
        desk.notion.clock().advance(Duration.ofMinutes(1));
    }

    private String related(int n) {
        return desk.page(n).at("/properties/Playlists/relation/0/id").asText();
    }

    private TrackSynced.Outcome sync(SyncRules rules, Enriched track) {
        return ((TrackSynced) desk.sync(rules, List.of(track)).getFirst()).outcome();
    }

    private TrackSynced.Outcome sync(Enriched track) {
        return sync(SyncRules.STANDARD, track);
    }

    @Test
    void oneThatAPersonPutInTheOthersPlaceIsSeenByTheNumberOfNone() {
        sync(IN_MIX);
        relate(1, made("Chill"));

        assertThat(sync(IN_MIX)).isEqualTo(TrackSynced.Outcome.UPDATED);

        assertThat(desk.playlistsOf(desk.page(1))).containsExactly("Mix");
        assertThat(sync(IN_MIX)).isEqualTo(TrackSynced.Outcome.UNCHANGED);
    }

    @Test
    void whereTheDatabaseOfPlaylistsIsInTheTrashThePauseSaysWhich() {
        sync(IN_MIX);
        String database = database();
        desk.patch("/databases/" + database, "{\"in_trash\": true}");

        assertThatThrownBy(() -> sync(Enriched.track(2)))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("archived ancestor")
                .hasMessageContaining("(the database of playlists: restore it");

        assertThat(sync(Enriched.track(3).in())).isEqualTo(TrackSynced.Outcome.CREATED);
        desk.patch("/databases/" + database, "{\"in_trash\": false}");
        assertThat(sync(Enriched.track(2))).isEqualTo(TrackSynced.Outcome.CREATED);
    }

    @Test
    void whereTheDatabaseOfPlaylistsIsNotSharedThePauseSaysWhich() {
        sync(IN_MIX);
        desk.control("DELETE", "/__control/share/" + database(), "");

        assertThatThrownBy(() -> sync(Enriched.track(2)))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("Could not find data_source")
                .hasMessageContaining("(the database of playlists: restore it, or share it");
    }

    @Test
    void oneOfATrackThatIsInNoneIsTakenAway() {
        sync(Enriched.track(1).in());
        relate(1, made("Chill"));

        assertThat(sync(Enriched.track(1).in())).isEqualTo(TrackSynced.Outcome.UPDATED);

        assertThat(desk.playlistsOf(desk.page(1))).isEmpty();
    }

    @Test
    void whatAPersonHasRelatedStaysIfLeavingIsKept() {
        sync(KEEP, Enriched.track(1).in(new Placement("Old", 1)));
        String old = related(1);
        sync(KEEP, IN_MIX);
        relate(1, related(1), old, made("Chill"));

        sync(KEEP, IN_MIX);
        sync(KEEP, IN_MIX.titled("Another"));

        assertThat(desk.playlistsOf(desk.page(1))).containsExactlyInAnyOrder("Mix", "Old", "Chill");
        assertThat(sync(KEEP, IN_MIX.titled("Another"))).isEqualTo(TrackSynced.Outcome.UNCHANGED);
    }

    @Test
    void whatRemediationReportsNamesThePlaylist() {
        sync(IN_MIX);
        relate(1, made("Chill"));

        var report = Remedy.of(desk.catalogue, new KnownTracks(IN_MIX), true, desk.notion.clock());

        assertThat(Remedy.told(report)).containsExactly("DIFFERENT playlists: Chill: 1 -> Mix: 3 = FIXED");
        assertThat(desk.playlistsOf(desk.page(1))).containsExactly("Mix");
    }

    @Test
    void aPlaylistThatAPersonGaveAnotherTitleIsStillTheSame() {
        sync(IN_MIX);
        String playlist = related(1);
        desk.patch(
                "/pages/" + playlist,
                "{\"properties\": {\"Name\": {\"title\": [{\"text\": {\"content\": \"My mix\"}}]}}}");
        desk.notion.clock().advance(Duration.ofMinutes(1));
        desk.restart();

        assertThat(sync(IN_MIX)).isEqualTo(TrackSynced.Outcome.UNCHANGED);
        sync(Enriched.track(2).in(new Placement("Mix", 4)));

        assertThat(related(2)).isEqualTo(playlist);
        assertThat(desk.playlistsOf(desk.page(2))).containsExactly("My mix");
    }

    @Test
    void aTrackInMorePlaylistsThanNotionRelatesIsWrittenWithAllItsPlaces() {
        Placement[] places = IntStream.rangeClosed(1, 101)
                .mapToObj(n -> new Placement("Mix " + n, n))
                .toArray(Placement[]::new);
        Enriched everywhere = Enriched.track(1).in(places);

        assertThat(sync(everywhere)).isEqualTo(TrackSynced.Outcome.CREATED);

        assertThat(desk.page(1).at("/properties/Playlists/has_more").asBoolean())
                .isTrue();
        desk.notion.clock().advance(Duration.ofMinutes(1));
        assertThat(sync(everywhere)).isEqualTo(TrackSynced.Outcome.UNCHANGED);
    }

    @Test
    void aPlaylistThatIsInTheTrashIsMadeAnewWhenTheCatalogueIsCompared() {
        sync(IN_MIX);
        JsonNode before = desk.page(1);
        desk.control("DELETE", "/__control/pages/" + related(1), "");
        desk.notion.clock().advance(Duration.ofMinutes(1));

        var report = Remedy.of(desk.catalogue, new KnownTracks(IN_MIX), true, desk.notion.clock());

        assertThat(Remedy.told(report))
                .singleElement()
                .asString()
                .startsWith("DIFFERENT playlists: ")
                .endsWith("FIXED");
        assertThat(desk.playlistsOf(desk.page(1))).containsExactly("Mix");
        assertThat(related(1))
                .isNotEqualTo(before.at("/properties/Playlists/relation/0/id").asText());
    }

    @Test
    void aPlaylistThatIsInTheTrashIsMadeAnewWhenItsNextTrackIsWritten() {
        sync(IN_MIX);
        String trashed = related(1);
        desk.control("DELETE", "/__control/pages/" + trashed, "");
        desk.notion.clock().advance(Duration.ofMinutes(11));

        sync(Enriched.track(2).in(new Placement("Mix", 4)));

        assertThat(related(2)).isNotEqualTo(trashed);
        assertThat(desk.playlistsOf(desk.page(2))).containsExactly("Mix");
        assertThat(sync(IN_MIX)).isEqualTo(TrackSynced.Outcome.UPDATED);
        assertThat(related(1)).isEqualTo(related(2));
        assertThat(desk.catalogue.summary().playlists()).isOne();
    }
}
