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
