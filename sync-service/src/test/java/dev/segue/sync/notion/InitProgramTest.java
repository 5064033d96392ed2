package dev.segue.sync.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackSynced;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import dev.segue.sync.Sync;
import dev.segue.sync.SyncRules;
import dev.segue.testkit.notion.NotionStandIn;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitProgramTest {

    @TempDir
    private Path directory;

    private NotionStandIn notion;

    @BeforeEach
    void start() {
        notion = NotionStandIn.start(0);
    }

    @AfterEach
    void stop() {
        notion.close();
    }

    private NotionInit.Made init(Map<String, String> more, String... wanted) {
        var settings = new HashMap<>(Map.of(
                "segue.notion.token",
                NotionStandIn.TOKEN,
                "segue.notion.base-url",
                notion.address() + "/v1",
                "segue.notion.state-file",
                directory.resolve("notion.json").toString()));
        settings.putAll(more);
        return InitProgram.init(
                InitProgram.settings(settings), wanted.length == 0 ? Optional.empty() : Optional.of(wanted[0]));
    }

    @Test
    void theOnlyPageThatIsSharedGetsTheDatabases() {
        NotionInit.Made made = init(Map.of());

        assertThat(made.fresh()).isTrue();
        assertThat(InitProgram.told(made))
                .startsWith("made the databases Tracks and Playlists: https://")
                .contains("export SEGUE_CATALOGUE=notion")
                .contains("export SEGUE_NOTION_DATA_SOURCE=" + made.source());
    }

    @Test
    void twiceIsOnce() {
        NotionInit.Made made = init(Map.of());

        NotionInit.Made again = init(Map.of());
        NotionInit.Made below = init(Map.of(), NotionStandIn.HOME);

        assertThat(again.fresh()).isFalse();
        assertThat(again.source()).isEqualTo(made.source()).isEqualTo(below.source());
        assertThat(InitProgram.told(again)).startsWith("\"Tracks\" has all properties it needs");
    }

    @Test
    void twiceIsOnceAlsoWhileASearchDoesNotShowTheDatabase() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var _ = http.send(
                    HttpRequest.newBuilder(URI.create(notion.address() + "/__control/mode"))
                            .POST(BodyPublishers.ofString("{\"queryLag\": \"1h\"}"))
                            .build(),
                    BodyHandlers.discarding());
        }
        NotionInit.Made made = init(Map.of());

        NotionInit.Made again = init(Map.of());
        NotionInit.Made below = init(Map.of(), NotionStandIn.HOME);

        assertThat(again.fresh()).isFalse();
        assertThat(again.source()).isEqualTo(made.source()).isEqualTo(below.source());
    }

    @Test
    void propertiesAreCalledAsThePersonCallsThemAndTwiceIsOnceThen() {
        Map<String, String> chosen = Map.of("segue.notion.properties", "id=Spot,title=Song,playlists=Lists");
        NotionInit.Made made = init(chosen);

        NotionInit.Made again = init(chosen);

        assertThat(again.source()).isEqualTo(made.source());
        assertThat(again.added()).isEmpty();
        assertThat(again.unfit()).isEmpty();
    }

    @Test
    void aPropertyThatIsRenamedBeforeTheServiceStartsIsFound() {
        String source = init(Map.of()).source();
        Memory memory = NotionOpening.memory(directory.resolve("notion.json"), source, Map.of());
        Gate gate = Gate.of(memory, notion.clock());
        try (var api = new NotionApi(notion.address() + "/v1", NotionStandIn.TOKEN, Desk.UNLIMITED, gate)) {
            var _ = api.patch(
                            "/data_sources/" + source, Desk.json("{\"properties\": {\"Tempo\": {\"name\": \"BPM\"}}}"))
                    .body();
            NotionCatalogue catalogue = NotionOpening.catalogue(api, source, memory, Map.of(), notion.clock());

            List<Fact> answers = new Sync(catalogue, SyncRules.STANDARD, notion.clock())
                    .on(List.of(Enriched.track(1).fact()));

            String page = ((TrackSynced) answers.getFirst()).page();
            assertThat(api.get("/pages/" + page)
                            .body()
                            .at("/properties/BPM/number")
                            .asDouble())
                    .isEqualTo(120.001);
        }
    }

    @Test
    void aPageIsNamedByItsLink() {
        String link = "https://www.notion.so/me/Music-" + NotionStandIn.HOME.replace("-", "") + "?v=" + "0".repeat(32);

        assertThat(init(Map.of(), link).fresh()).isTrue();
    }

    @Test
    void whatADatabaseLacksIsAddedAndNothingElseIsTouched() {
        try (var desk = new Desk(directory)) {
            desk.schema("{\"Tempo\": null, \"Playlists\": null, \"Label\": {\"name\": \"Record company\"},"
                    + " \"My rating\": {\"number\": {}}}");
            desk.choose(Map.of("label", "Record company"));

            NotionInit.Made made = desk.init(desk.source);

            assertThat(made.added()).containsExactly("Playlists", "Tempo");
            desk.restart();
            desk.sync(Enriched.track(1));
            assertThat(desk.page(1).at("/properties/Tempo/number").asDouble()).isEqualTo(120.001);
            assertThat(Desk.text(desk.page(1), "Record company")).isEqualTo("Label");
            assertThat(desk.playlistsOf(desk.page(1))).containsExactly("Mix 1");
        }
    }

    @Test
    void aDatabaseBelowNoPageIsCompletedBesideTheOnlyOneThatIsShared() {
        try (var desk = new Desk(directory)) {
            moveToTop(desk);
            desk.schema("{\"Tempo\": null, \"Playlists\": null}");

            NotionInit.Made made = desk.init(desk.source);

            assertThat(made.added()).containsExactly("Playlists", "Tempo");
            assertThat(made.unfit()).isEmpty();
        }
    }

    @Test
    void whereNoPageIsSharedAllButThePlaylistsIsCompleted() {
        try (var desk = new Desk(directory)) {
            moveToTop(desk);
            desk.schema("{\"Tempo\": null, \"Playlists\": null}");
            desk.control("DELETE", "/__control/pages/" + NotionStandIn.HOME, "");

            NotionInit.Made made = desk.init(desk.source);

            assertThat(made.added()).containsExactly("Tempo");
            assertThat(made.unfit())
                    .singleElement()
                    .asString()
                    .contains("Playlists")
                    .contains("share one");
        }
    }

    private static void moveToTop(Desk desk) {
        String database = desk.api
                .get("/data_sources/" + desk.source)
                .body()
                .at("/parent/database_id")
                .asText();
        desk.control("POST", "/__control/databases/" + database + "/top", "{}");
    }

    @Test
    void aRenamedPropertyIsNotAddedASecondTime() {
        try (var desk = new Desk(directory)) {
            desk.sync(Enriched.track(1));
            desk.schema("{\"Tempo\": {\"name\": \"BPM\"}}");

            assertThat(desk.init(desk.source).added()).isEmpty();
        }
    }

    @Test
    void aPropertyThatWasDeletedIsWrittenAgainOnceItIsBack() {
        try (var desk = new Desk(directory)) {
            desk.schema("{\"Tempo\": null}");
            desk.sync(Enriched.track(1));
            desk.init(desk.source);
            desk.restart();
            desk.notion.clock().advance(Duration.ofMinutes(1));

            desk.sync(Enriched.track(1));

            assertThat(desk.page(1).at("/properties/Tempo/number").asDouble()).isEqualTo(120.001);
        }
    }

    @Test
    void aDatabaseWhoseTitleIsTheIdGetsNoSecondTitle() {
        try (var desk = new Desk(directory)) {
            desk.choose(Map.of("id", "Title"));

            NotionInit.Made made = desk.init(desk.source);

            assertThat(made.added()).isEmpty();
            assertThat(InitProgram.told(made)).contains("\"Title\" would be a second title");
        }
    }

    @Test
    void aPropertyOfAnotherTypeIsLeftAloneAndNamed() {
        try (var desk = new Desk(directory)) {
            desk.schema("{\"Tempo\": null}");
            desk.schema("{\"Tempo\": {\"people\": {}}}");

            NotionInit.Made made = desk.init(desk.source);

            assertThat(made.added()).isEmpty();
            assertThat(InitProgram.told(made)).contains("left alone: \"Tempo\" is a people, not a number");
        }
    }

    @Test
    void theTitleOfANewDatabaseMayHoldTheIds() {
        NotionInit.Made made = init(Map.of("segue.notion.properties", "id=Title"));

        assertThat(init(Map.of("segue.notion.properties", "id=Title")).source()).isEqualTo(made.source());
    }

    @Test
    void anAddressOrATokenThatCannotBeRightIsSaidInOneLine() {
        assertThatThrownBy(() -> init(Map.of("segue.notion.base-url", "localhost:9103/v1")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("segue.notion.base-url accepts an address of http or https that ends in /v1, not"
                        + " \"localhost:9103/v1\"");
        assertThatThrownBy(() -> init(Map.of("segue.notion.token", "segue\ndemo")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("segue.notion.token accepts a token");
        assertThat(init(Map.of("segue.notion.token", NotionStandIn.TOKEN + "\n"))
                        .fresh())
                .isTrue();
    }

    @Test
    void whatIsWrongIsSaidInOneLine() {
        assertThatThrownBy(() -> init(Map.of("segue.notion.token", "")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("segue.notion.token is not set");
        assertThatThrownBy(() -> init(Map.of("segue.notion.token", "wrong")))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("API token is invalid. (segue.notion.token)");
        assertThatThrownBy(() -> init(Map.of(), "0".repeat(32)))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("nothing with the id " + "0".repeat(32) + " is shared");
        assertThatThrownBy(() -> init(Map.of(), "my page"))
                .isInstanceOf(CatalogueUnavailable.class)
                .hasMessageContaining("no id of Notion in \"my page\"");
        assertThatThrownBy(() -> init(Map.of("segue.notion.properties", "colour=Tint")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> init(Map.of("segue.notion.properties", "id=Name, title = Name")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("not \"title=Name\" beside \"id=Name\"");
        assertThatThrownBy(() -> init(Map.of("segue.notion.properties", "id=Name,id=Code")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("not \"id=Code\" beside \"id=Name\"");
    }
}
