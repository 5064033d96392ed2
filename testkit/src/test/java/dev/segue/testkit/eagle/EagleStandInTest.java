package dev.segue.testkit.eagle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EagleStandInTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private EagleStandIn eagle;
    private String file;

    @BeforeEach
    void open() throws Exception {
        eagle = EagleStandIn.start(0);
        file = Files.writeString(directory.resolve("a.mp3"), "audio").toString();
    }

    @AfterEach
    void close() {
        eagle.close();
        http.close();
    }

    @Test
    void anItemOfV2IsFoundByItsLinkAndItsOwnId() throws Exception {
        var wanted = Map.<String, Object>of(
                "path", file, "name", "A", "website", "https://a.example/1", "id", "M3QSGJNQTC2DG");
        JsonNode added = post("/api/v2/item/add", wanted);

        JsonNode byLink =
                get("/api/v2/item/get?url=https%3A%2F%2Fa.example%2F1").path("data");

        assertThat(added.at("/data/id").asText()).isEqualTo("M3QSGJNQTC2DG");
        assertThat(byLink.path("total").asInt()).isOne();
        assertThat(byLink.at("/data/0/size").asInt()).isEqualTo(5);
    }

    @Test
    void aFilterThatIsNotKnownShowsEverything() throws Exception {
        post("/api/v2/item/add", Map.of("path", file, "name", "A"));

        JsonNode all = get("/api/v2/item/get?colour=red").path("data");

        assertThat(all.path("total").asInt()).isOne();
    }

    @Test
    void theSameFileTwiceMakesTwoItems() throws Exception {
        post("/api/v2/item/add", Map.of("path", file, "name", "A"));
        post("/api/v2/item/add", Map.of("path", file, "name", "A"));

        assertThat(eagle.items()).hasSize(2);
        assertThat(eagle.items()).extracting(Item::id).doesNotHaveDuplicates();
    }

    @Test
    void anItemOfV1ShowsLaterOrNever() throws Exception {
        post("/__control/mode", Map.of("version", 1, "delay", "10s"));
        JsonNode added = post("/api/item/addFromPath", Map.of("path", file, "name", "A"));
        JsonNode nowhere = post("/api/item/addFromPath", Map.of("path", file + "x", "name", "B"));
        int before = get("/api/item/list").path("data").size();

        eagle.clock().advance(Duration.ofSeconds(11));

        assertThat(added).isEqualTo(nowhere).isEqualTo(JSON.readTree("{\"status\":\"success\"}"));
        assertThat(before).isZero();
        assertThat(get("/api/item/list").path("data")).hasSize(1);
        assertThat(status("/api/v2/app/info")).isEqualTo(404);
    }

    @Test
    void v1PagesByNumberOfThePage() throws Exception {
        for (int item = 0; item < 5; item++) {
            post("/api/item/addFromPath", Map.of("path", file, "name", "item " + item));
        }

        JsonNode second = get("/api/item/list?limit=2&offset=1").path("data");

        assertThat(second.at("/0/name").asText()).isEqualTo("item 2");
    }

    @Test
    void aMistakeOfV2Says200AndError() throws Exception {
        JsonNode answer = post("/api/v2/item/add", Map.of("path", file + "x"));

        assertThat(answer.path("status").asText()).isEqualTo("error");
    }

    @Test
    void anUpdateOfV2ReplacesListsAndLeavesWhatItDoesNotName() throws Exception {
        String id = post(
                        "/api/v2/item/add",
                        Map.of("path", file, "name", "A", "tags", List.of("one", "two"), "website", "u"))
                .at("/data/id")
                .asText();

        JsonNode updated =
                post("/api/v2/item/update", Map.of("id", id, "tags", List.of("three"), "folders", List.of("f")));

        assertThat(updated.at("/data/url").asText()).isEqualTo("u");
        assertThat(eagle.items().getFirst().tags()).containsExactly("three");
        assertThat(eagle.items().getFirst().folders()).containsExactly("f");
        assertThat(post("/api/v2/item/update", Map.of("id", "nobody"))
                        .path("status")
                        .asText())
                .isEqualTo("error");
    }

    @Test
    void anUpdateOfV1ChangesNeitherNameNorFolders() throws Exception {
        post("/api/item/addFromPath", Map.of("path", file, "name", "A", "folderId", "f"));
        String id = eagle.items().getFirst().id();

        post("/api/item/update", Map.of("id", id, "name", "B", "folders", List.of("g"), "tags", List.of("t")));

        assertThat(eagle.items().getFirst().name()).isEqualTo("A");
        assertThat(eagle.items().getFirst().folders()).containsExactly("f");
        assertThat(eagle.items().getFirst().tags()).containsExactly("t");
    }

    @Test
    void theFolderOfManyStandsBesideTheList() throws Exception {
        var wanted = List.of(Map.of("path", file, "name", "A"), Map.of("path", file, "name", "B"));

        post("/api/item/addFromPaths", Map.of("items", wanted, "folderId", "f"));

        assertThat(eagle.items())
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.folders()).containsExactly("f"));
    }

    @Test
    void whatIsInTheTrashIsNotListedAndCanBeRestored() throws Exception {
        String id = post("/api/v2/item/add", Map.of("path", file, "name", "A"))
                .at("/data/id")
                .asText();
        post("/api/item/moveToTrash", Map.of("itemIds", List.of(id)));
        JsonNode trashed = get("/api/v2/item/get?id=" + id).at("/data/data/0");
        int listed = get("/api/item/list").path("data").size();

        post("/api/v2/item/update", Map.of("id", id, "isDeleted", false));

        assertThat(trashed.path("isDeleted").asBoolean()).isTrue();
        assertThat(listed).isZero();
        assertThat(get("/api/v2/item/countAll").path("data").asInt()).isOne();
    }

    @Test
    void anItemWithoutANameIsCalledByItsId() throws Exception {
        String id = post("/api/v2/item/add", Map.of("path", file, "name", ""))
                .at("/data/id")
                .asText();

        JsonNode item = get("/api/item/info?id=" + id).path("data");

        assertThat(item.path("name").asText()).isEqualTo(id);
        assertThat(item.has("path")).isFalse();
        assertThat(send(HttpRequest.newBuilder(eagle.address().resolve("/api/item/info?id=" + id))
                                .POST(BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void oneNameTwiceMakesTwoFolders() throws Exception {
        post("/api/folder/create", Map.of("folderName", "Warm up"));
        post("/api/v2/folder/create", Map.of("name", "Warm up"));

        assertThat(eagle.folders().values()).containsExactly("Warm up", "Warm up");
    }

    @Test
    void thePersonMayOpenAnotherLibrary() throws Exception {
        post("/api/library/switch", Map.of("libraryPath", "/eagle/Pictures.library"));

        assertThat(get("/api/v2/library/info").at("/data/name").asText()).isEqualTo("Pictures");
        assertThat(get("/api/library/info").at("/data/library/name").asText()).isEqualTo("Pictures");
    }

    @Test
    void fromElsewhereATokenIsWanted() throws Exception {
        post("/__control/mode", Map.of("token", "secret"));

        assertThat(status("/api/v2/app/info")).isEqualTo(401);
        assertThat(status("/api/v2/app/info?token=secret")).isEqualTo(200);
    }

    private int status(String path) throws Exception {
        return send(HttpRequest.newBuilder(eagle.address().resolve(path)).build())
                .statusCode();
    }

    private JsonNode get(String path) throws Exception {
        return JSON.readTree(
                send(HttpRequest.newBuilder(eagle.address().resolve(path)).build())
                        .body());
    }

    private JsonNode post(String path, Map<String, Object> body) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(eagle.address().resolve(path))
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }
}
