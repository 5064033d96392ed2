package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.fact.Fact;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Enriched;
import dev.segue.sync.Sync;
import dev.segue.sync.SyncRules;
import dev.segue.testkit.notion.NotionStandIn;
import dev.segue.testkit.standin.StandInClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A stand-in with a database that Segue made, and a catalogue that writes into it. Time passes only when told to.
final class Desk implements AutoCloseable {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int MOST_TRIES = 1000;

    /// Tests count calls, not seconds.
    static final int UNLIMITED = 1_000_000;

    final NotionStandIn notion;
    /// For the test itself; the catalogue has its own.
    final NotionApi api;

    final HttpClient http = HttpClient.newHttpClient();
    final String source;
    final Path file;
    private Map<String, String> chosen = Map.of();
    NotionCatalogue catalogue;

    Desk(Path directory) {
        this.notion = NotionStandIn.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new StandInClock(() -> NOON));
        this.api = api(Gate.passing(Memory.at(directory.resolve("none.json"), "", Map.of()), notion.clock()));
        control("POST", "/__control/mode", "{\"perSecond\": null}");
        this.file = directory.resolve("state/notion.json");
        this.source = init(Optional.of(NotionStandIn.HOME), "").source();
        this.catalogue = opened();
        notion.reset();
        control("POST", "/__control/mode", "{\"perSecond\": null}");
    }

    private NotionApi api(Gate gate) {
        return new NotionApi(notion.address() + "/v1", NotionStandIn.TOKEN, UNLIMITED, gate);
    }

    private NotionCatalogue opened() {
        Memory memory = NotionOpening.memory(file, source, chosen);
        return NotionOpening.catalogue(api(Gate.of(memory, notion.clock())), source, memory, chosen, notion.clock());
    }

    NotionInit.Made init(String wanted) {
        return init(Optional.of(wanted), source);
    }

    private NotionInit.Made init(Optional<String> wanted, String setting) {
        return new NotionInit(api, chosen, NotionOpening.memory(file, setting, chosen), Optional.empty()).init(wanted);
    }

    /// As after a kill -9 and a new start.
    void restart() {
        catalogue.close();
        catalogue = opened();
    }

    void choose(Map<String, String> properties) {
        chosen = properties;
        restart();
    }

    List<Fact> sync(Enriched... tracks) {
        return sync(SyncRules.STANDARD, List.of(tracks));
    }

    List<Fact> sync(SyncRules rules, List<Enriched> tracks) {
        var sync = new Sync(catalogue, rules, notion.clock());
        return sync.on(tracks.stream().map(Enriched::fact).toList());
    }

    /// Batches of a hundred, each repeated while Notion cannot take it; pauses pass at once.
    List<Fact> syncPatiently(List<Enriched> tracks) {
        var answers = new ArrayList<Fact>();
        for (int from = 0; from < tracks.size(); from += 100) {
            answers.addAll(patiently(tracks.subList(from, Math.min(from + 100, tracks.size()))));
        }
        return answers;
    }

    private List<Fact> patiently(List<Enriched> batch) {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            try {
                return sync(SyncRules.STANDARD, batch);
            } catch (CatalogueUnavailable away) {
                notion.clock().advance(away.pause().orElse(Duration.ofMillis(200)));
            }
        }
        throw new AssertionError("Notion never took " + batch.size() + " tracks");
    }

    /// The pages there are, with all their properties, the trash left out.
    List<JsonNode> pages() {
        return control("GET", "/__control/pages/" + source, "")
                .valueStream()
                .filter(page -> !page.get("in_trash").asBoolean())
                .toList();
    }

    JsonNode page(int n) {
        return pages().stream()
                .filter(page -> text(page, "Spotify ID").equals(Enriched.id(n).key()))
                .findFirst()
                .orElseThrow();
    }

    static String text(JsonNode page, String property) {
        JsonNode cell = page.get("properties").get(property);
        return Text.plain(cell.get(cell.get("type").asText()));
    }

    List<String> playlistsOf(JsonNode page) {
        Stream<JsonNode> related = page.at("/properties/Playlists/relation").valueStream();
        return related.map(one -> api.get("/pages/" + one.get("id").asText()).body())
                .map(playlist -> text(playlist, "Name"))
                .toList();
    }

    void schema(String properties) {
        patch("/data_sources/" + source, "{\"properties\": " + properties + "}");
    }

    JsonNode patch(String path, String body) {
        return api.patch(path, json(body)).body();
    }

    /// A page that a person or an older script made.
    String handmade(String properties) {
        ObjectNode body = NotionApi.JSON.createObjectNode();
        body.putObject("parent").put("data_source_id", source);
        body.set("properties", json(properties));
        return api.post("/pages", body).body().get("id").asText();
    }

    static JsonNode json(String text) {
        try {
            return NotionApi.JSON.readTree(text);
        } catch (IOException none) {
            throw new AssertionError(text, none);
        }
    }

    JsonNode control(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(notion.address() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return json(http.send(request, BodyHandlers.ofString()).body());
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
        catalogue.close();
        api.close();
        notion.close();
    }
}
