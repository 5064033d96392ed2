package dev.segue.local.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.fact.Wire;
import dev.segue.local.system.Home;
import dev.segue.local.system.ServiceProgram;
import dev.segue.testkit.notion.NotionStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A Notion stand-in with the databases that `./segue notion init` has made, and the settings that lead there. It
/// limits nothing, and neither is it asked three times a second only.
final class NotionWorkspace implements AutoCloseable {

    private final NotionStandIn notion = NotionStandIn.start(0);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> settings = new HashMap<>();

    /// @param directory of the system that shall write into it
    NotionWorkspace(Path directory) {
        settings.put("SEGUE_NOTION_BASE_URL", notion.address() + "/v1");
        settings.put("SEGUE_NOTION_TOKEN", NotionStandIn.TOKEN);
        settings.put("SEGUE_NOTION_PER_SECOND", "1000");
        mode("{\"perSecond\": null}");
        var program = new ServiceProgram(
                new Home(directory, Path.of(System.getProperty("segue.root", ".."))), settings, directory);
        String source = program.ask(ServiceProgram.Program.NOTION_INIT, List.of("--id", NotionStandIn.HOME));
        settings.put("SEGUE_CATALOGUE", "notion");
        settings.put("SEGUE_NOTION_DATA_SOURCE", source);
        notion.reset();
        mode("{\"perSecond\": null}");
    }

    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    NotionStandIn notion() {
        return notion;
    }

    /// Changes limits, as `POST /__control/mode` takes them.
    void mode(String mode) {
        var _ = control("POST", "/__control/mode", mode);
    }

    /// Calls since the last look.
    long calls() {
        long total = notion.calls().total();
        var _ = control("POST", "/__control/reset", "");
        mode("{\"perSecond\": null}");
        return total;
    }

    /// The pages of tracks, those in the trash left out.
    List<JsonNode> tracks() {
        return rows("Tracks");
    }

    /// The pages of playlists, by their ids.
    Map<String, String> playlists() {
        return rows("Playlists").stream()
                .collect(Collectors.toMap(page -> page.path("id").asText(), page -> text(page, "Name")));
    }

    private List<JsonNode> rows(String database) {
        String source = control("GET", "/__control/state", "")
                .path("dataSources")
                .valueStream()
                .filter(one -> one.path("name").asText().equals(database))
                .map(one -> one.path("id").asText())
                .findFirst()
                .orElseThrow();
        return control("GET", "/__control/pages/" + source, "")
                .valueStream()
                .filter(page -> !page.path("in_trash").asBoolean())
                .toList();
    }

    /// What stands in a property of text.
    static String text(JsonNode page, String property) {
        JsonNode cell = page.path("properties").path(property);
        return cell.path(cell.path("type").asText())
                .valueStream()
                .map(piece -> piece.path("plain_text").asText())
                .collect(Collectors.joining());
    }

    private JsonNode control(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(notion.address() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            byte[] answer = http.send(request, BodyHandlers.ofByteArray()).body();
            return answer.length == 0 ? Wire.json().missingNode() : Wire.json().readTree(answer);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        http.close();
        notion.close();
    }
}
