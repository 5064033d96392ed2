package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.Placement;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.library.fact.TrackRejected;
import dev.segue.library.fact.TrackSynced;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import dev.segue.sync.Sync;
import dev.segue.sync.SyncRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What Notion refuses, or a person has done to the database: a clear reason, and everything else goes on.
class BadInputTest extends AtTheDesk {

    /// Over a fresh connection with settings of one's own.
    private void ask(String token, String source) {
        Memory memory = NotionOpening.memory(directory.resolve("other.json"), source, Map.of());
        Gate gate = Gate.of(memory, desk.notion.clock());
        try (var api = new NotionApi(desk.notion.address() + "/v1", token, Desk.UNLIMITED, gate)) {
            var catalogue = NotionOpening.catalogue(api, source, memory, Map.of(), desk.notion.clock());
            new Sync(catalogue, SyncRules.STANDARD, desk.notion.clock())
                    .on(List.of(Enriched.track(1).fact()));
        }
    }

    private String database() {
        return desk.api
                .get("/data_sources/" + desk.source)
                .body()
                .at("/parent/database_id")
                .asText();
    }

    @Test
    void aWrongTokenIsAPauseThatNamesTheSetting() {
        assertThatThrownBy(() -> ask("wrong", desk.source))
                .isInstanceOfSatisfying(
                        CatalogueUnavailable.class,
                        away -> assertThat(away.pause()).contains(Duration.ofMinutes(1)))
                .hasMessageContaining("API token is invalid. (segue.notion.token)");
    }

    @Test
    void aDatabaseThatIsNotSharedIsAPauseThatSaysHowToShareIt() {
        String database = database();
        desk.control("DELETE", "/__control/share/" + database, "");

        assertThatThrownBy(() -> ask("segue-demo", desk.source))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("segue.notion.data-source")
                .hasMessageContaining("Connections");

        desk.control("POST", "/__control/share/" + database, "");
        ask("segue-demo", desk.source);
    }

    @Test
    void aDatabaseOfTwoDataSourcesIsAskedForByName() {
        desk.api.post(
                "/data_sources",
                Desk.json("{\"parent\": {\"database_id\": \"" + database()
                        + "\"}, \"title\": [{\"text\": {\"content\": \"Second\"}}],"
                        + " \"properties\": {\"Name\": {\"title\": {}}}}"));

        assertThatThrownBy(() -> ask("segue-demo", database()))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("has 2 data sources; set segue.notion.data-source to one of Tracks (")
                .hasMessageContaining("Second (");
    }

    @Test
    void aDatabaseInTheTrashIsAPauseUntilItIsRestored() {
        desk.sync(Enriched.track(1));
        desk.patch("/databases/" + database(), "{\"in_trash\": true}");

        for (Enriched track : List.of(Enriched.track(1).titled("Another"), Enriched.track(2))) {
            assertThatThrownBy(() -> desk.sync(track))
                    .isInstanceOfSatisfying(
                            CatalogueUnavailable.class,
                            away -> assertThat(away.pause()).contains(Duration.ofMinutes(1)))
                    .hasMessageContaining("segue.notion.data-source");
        }

        desk.patch("/databases/" + database(), "{\"in_trash\": false}");
        assertThat(desk.sync(Enriched.track(2))).allMatch(TrackSynced.class::isInstance);
    }

    @Test
    void textOfAnyKindAndLengthIsWrittenAndReadsAsItWasWritten() {
        List<Enriched> tracks = List.of(
                Enriched.track(1).titled("x".repeat(1999) + "🎵".repeat(1501)),
                Enriched.track(2).titled(""),
                Enriched.track(3).titled("“”,;:\\/<b>\u200F\u0007\n\tend"),
                Enriched.track(4).in(new Placement("a, b: 3\nc", 5)));

        desk.syncPatiently(tracks);
        desk.notion.clock().advance(Duration.ofMinutes(1));

        assertThat(desk.syncPatiently(tracks))
                .extracting(fact -> ((TrackSynced) fact).outcome())
                .containsOnly(TrackSynced.Outcome.UNCHANGED);
    }

    @Test
    void commasInOptionsAndThreeHundredArtistsFit() {
        desk.schema("{\"Who\": {\"multi_select\": {}}}");
        desk.choose(Map.of("artists", "Who"));
        TrackEnriched many = withArtists(
                2, IntStream.range(0, 300).mapToObj(n -> "Artist " + n).toList());
        TrackEnriched comma = withArtists(1, List.of("Tyler, The Creator", "Earth, Wind & Fire"));
        var sync = new Sync(desk.catalogue, SyncRules.STANDARD, desk.notion.clock());

        List<Fact> answers = sync.on(List.of(comma, many));
        desk.notion.clock().advance(Duration.ofMinutes(1));

        assertThat(answers).allMatch(TrackSynced.class::isInstance);
        assertThat(desk.page(1).at("/properties/Who/multi_select/0/name").asText())
                .isEqualTo("Tyler The Creator");
        assertThat(desk.page(2).at("/properties/Who/multi_select")).hasSize(100);
        assertThat(sync.on(List.of(comma, many)))
                .extracting(fact -> ((TrackSynced) fact).outcome())
                .containsOnly(TrackSynced.Outcome.UNCHANGED);
    }

    @Test
    void halfACharacterIsRejectedAndTheOthersAreWritten() {
        List<Fact> answers = desk.sync(Enriched.track(1).titled("half \ud83d"), Enriched.track(2));

        assertThat(answers.getFirst())
                .isInstanceOfSatisfying(
                        TrackRejected.class,
                        rejected -> assertThat(rejected.detail()).contains("lone surrogate"));
        assertThat(answers.getLast()).isInstanceOf(TrackSynced.class);
    }

    @Test
    void aPageThatAPersonPutIntoTheTrashIsWrittenAnewAndOnce() {
        desk.sync(Enriched.track(1));
        desk.notion.clock().advance(Duration.ofMinutes(1));
        desk.control("DELETE", "/__control/pages/" + desk.page(1).get("id").asText(), "");

        desk.syncPatiently(List.of(Enriched.track(1)));
        desk.notion.clock().advance(Duration.ofMinutes(1));
        desk.syncPatiently(List.of(Enriched.track(1)));

        assertThat(desk.pages()).hasSize(1);
    }

    private static TrackEnriched withArtists(int n, List<String> artists) {
        TrackEnriched fact = Enriched.track(n).fact();
        var track = fact.track();
        var other = new dev.segue.library.Track(
                track.id(),
                track.title(),
                artists,
                track.album(),
                track.duration(),
                track.releaseDate(),
                track.isrc(),
                track.explicit(),
                track.popularity(),
                track.label(),
                track.genres(),
                track.link(),
                track.addedAt(),
                track.features());
        return new TrackEnriched(
                other,
                fact.lookup(),
                fact.provenance(),
                fact.complete(),
                fact.liked(),
                fact.playlists(),
                fact.duplicateOf(),
                fact.at());
    }
}
