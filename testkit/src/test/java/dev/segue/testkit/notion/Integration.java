package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Client;
import dev.segue.testkit.standin.Client.Reply;
import dev.segue.testkit.standin.StandInClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;

/// A stand-in with a database of songs, and an integration that calls it. The clock stands until it is advanced.
final class Integration implements AutoCloseable {

    static final String OLD_VERSION = "2025-09-03";
    static final String NEW_VERSION = "2026-03-11";

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SONGS = """
            {"parent": {"type": "page_id", "page_id": "%s"}, "title": [{"text": {"content": "Songs"}}],
             "initial_data_source": {"properties": {"Title": {"title": {}}, "Code": {"rich_text": {}},
              "Genres": {"multi_select": {}}, "BPM": {"number": {}}, "Link": {"url": {}}, "State": {"status": {}},
              "Released": {"date": {}}, "Liked": {"checkbox": {}}, "Who": {"people": {}}, "Files": {"files": {}}, "Mood": {"select": {}}}}}""".formatted(NotionStandIn.HOME);

    final NotionStandIn notion;
    final Client client;
    final String database;
    final String songs;

    Integration() {
        this.notion = NotionStandIn.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new StandInClock(() -> NOON));
        this.client = new Client(notion.address());
        client.post("/__control/mode", "{\"perSecond\": null}");
        JsonNode made = send("POST", "/v1/databases", SONGS).json();
        this.database = made.get("id").asText();
        this.songs = made.at("/data_sources/0/id").asText();
    }

    Reply send(String method, String path, String body) {
        return send(OLD_VERSION, method, path, body);
    }

    Reply send(String version, String method, String path, String body) {
        return client.send(client.request(
                        method, path, body, "Authorization", "Bearer " + NotionStandIn.TOKEN, "Notion-Version", version)
                .build());
    }

    /// Does what a person does in Notion's own window.
    void control(String method, String path) {
        client.send(client.request(method, "/__control/" + path, "").build());
    }

    /// Changes the properties of the songs.
    Reply change(String properties) {
        return send("PATCH", "/v1/data_sources/" + songs, "{\"properties\": " + properties + "}");
    }

    Reply create(String properties) {
        return send(
                "POST",
                "/v1/pages",
                "{\"parent\": {\"data_source_id\": \"" + songs + "\"}, \"properties\": " + properties + "}");
    }

    Reply song(String title, String code) {
        return create("{\"Title\": {\"title\": " + text(title) + "}, \"Code\": {\"rich_text\": " + text(code) + "}}");
    }

    Reply query(String body) {
        return send("POST", "/v1/data_sources/" + songs + "/query", body);
    }

    JsonNode property(String name) {
        return send("GET", "/v1/data_sources/" + songs, "").json().at("/properties/" + name);
    }

    static String text(String content) {
        return "[{\"text\": {\"content\": \"" + content + "\"}}]";
    }

    @Override
    public void close() {
        client.close();
        notion.close();
    }
}
