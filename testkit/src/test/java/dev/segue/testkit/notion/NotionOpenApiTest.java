package dev.segue.testkit.notion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.segue.testkit.standin.Client.Reply;
import dev.segue.testkit.standin.OpenApiDocument;
import dev.segue.testkit.standin.StandInClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every answer against the OpenAPI document that Notion's own MCP server ships.
@EnabledIfSystemProperty(named = "segue.corpus", matches = "[^$].*")
class NotionOpenApiTest {

    /// The document lists no making and no changing of databases, though the API has both.
    private static final Set<String> UNLISTED = Set.of("POST /v1/databases", "PATCH /v1/databases/{database_id}");

    private static OpenApiDocument document;

    private final Integration integration = new Integration();

    /// A call: the endpoint as the document names it, and the path that is called.
    private record Asked(String method, String template, String path, String body) {}

    @BeforeAll
    static void read() throws IOException {
        document = OpenApiDocument.at(
                Path.of(System.getProperty("segue.corpus", "")).resolve("openapi/notion-openapi.json"));
    }

    @AfterEach
    void close() {
        integration.close();
    }

    @Test
    void everyEndpointIsOneOfNotions() {
        assertThat(new Notion(new StandInClock()).endpoints())
                .filteredOn(endpoint -> !UNLISTED.contains(endpoint.name()))
                .hasSizeGreaterThan(15)
                .allMatch(endpoint -> document.knows(endpoint.method(), endpoint.template()));
    }

    @Test
    void everyAnswerIsAsTheDocumentSays() {
        List<String> mistakes = new ArrayList<>();
        Map<String, Integer> answered = new LinkedHashMap<>();

        for (Asked asked : calls()) {
            Reply reply = integration.send(asked.method(), asked.path(), asked.body());
            answered.put(asked.method() + ' ' + asked.template(), reply.status());
            document.mistakes(asked.method(), asked.template(), reply)
                    .forEach(mistake -> mistakes.add(asked + " " + reply.status() + ": " + mistake));
        }

        assertThat(mistakes).isEmpty();
        assertThat(answered).hasSize(new Notion(new StandInClock()).endpoints().size() - UNLISTED.size());
        assertThat(answered.values()).containsOnly(200);
    }

    private List<Asked> calls() {
        String source = "/v1/data_sources/" + integration.songs;
        String page =
                "/v1/pages/" + integration.song("One", "a").json().get("id").asText();
        Reply put = integration.send("PATCH", page.replace("pages", "blocks") + "/children", """
                {"children": [{"paragraph": {"rich_text": [{"text": {"content": "hello"}}]}}]}""");
        String block = "/v1/blocks/" + put.json().at("/results/0/id").asText();
        return List.of(
                new Asked("GET", "/v1/users/me", "/v1/users/me", ""),
                new Asked("GET", "/v1/users", "/v1/users?page_size=1", ""),
                new Asked("GET", "/v1/users/{user_id}", "/v1/users/" + PageView.BOT, ""),
                new Asked("POST", "/v1/search", "/v1/search", "{\"query\": \"o\"}"),
                new Asked("GET", "/v1/databases/{database_id}", "/v1/databases/" + integration.database, ""),
                new Asked("POST", "/v1/data_sources", "/v1/data_sources", """
                        {"parent": {"database_id": "%s"}, "properties": {"Name": {"title": {}}}}""".formatted(integration.database)),
                new Asked("GET", "/v1/data_sources/{data_source_id}", source, ""),
                new Asked("PATCH", "/v1/data_sources/{data_source_id}", source, """
                        {"properties": {"Note": {"rich_text": {}}}}"""),
                new Asked("POST", "/v1/data_sources/{data_source_id}/query", source + "/query", """
                        {"filter": {"property": "Code", "rich_text": {"equals": "a"}},
                         "sorts": [{"property": "Title", "direction": "ascending"}], "page_size": 10}"""),
                new Asked("POST", "/v1/pages", "/v1/pages", """
                        {"parent": {"data_source_id": "%s"}, "properties": {"BPM": {"number": 120}}}""".formatted(integration.songs)),
                new Asked("GET", "/v1/pages/{page_id}", page, ""),
                new Asked("PATCH", "/v1/pages/{page_id}", page, "{\"properties\": {\"BPM\": {\"number\": 1}}}"),
                new Asked("GET", "/v1/pages/{page_id}/properties/{property_id}", page + "/properties/title", ""),
                new Asked("GET", "/v1/blocks/{block_id}/children", page.replace("pages", "blocks") + "/children", ""),
                new Asked(
                        "PATCH", "/v1/blocks/{block_id}/children", page.replace("pages", "blocks") + "/children", """
                        {"children": [{"bulleted_list_item": {"rich_text": []}}]}"""),
                new Asked("GET", "/v1/blocks/{block_id}", block, ""),
                new Asked("PATCH", "/v1/blocks/{block_id}", block, """
                        {"paragraph": {"rich_text": [{"text": {"content": "bye"}}]}}"""),
                new Asked("DELETE", "/v1/blocks/{block_id}", block, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST  | /v1/pages                               | {"properties": {}}
            POST  | /v1/pages                               | {"parent": {"page_id": "HOME"}}
            POST  | /v1/pages                               | {"parent": {"other": "x"}, "properties": {}}
            POST  | /v1/pages                               | {"parent": {"page_id": "HOME"}, "properties": []}
            POST  | /v1/data_sources                        | {"parent": {"page_id": "HOME"}}
            POST  | /v1/data_sources/{data_source_id}/query | {"sorts": [{"property": "Title", "direction": "up"}]}
            POST  | /v1/data_sources/{data_source_id}/query | {"sorts": {"property": "Title"}}
            POST  | /v1/data_sources/{data_source_id}/query | {"page_size": "ten"}
            POST  | /v1/data_sources/{data_source_id}/query | {"filter": "Title"}
            POST  | /v1/search                              | {"filter": {"property": "object", "value": "block"}}
            """)
    void whatTheDocumentDoesNotAllowIsRefused(String method, String template, String sent) throws IOException {
        String body = sent.replace("HOME", NotionStandIn.HOME);

        Reply refused = integration.send(method, template.replaceAll("\\{[^}]*}", integration.songs), body);

        assertThat(document.mistakesInBody(method, template, new ObjectMapper().readTree(body)))
                .isNotEmpty();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(document.mistakes(method, template, refused)).isEmpty();
    }
}
