package dev.segue.testkit.notion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Client.Reply;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What callers may say, by endpoint and by version.
class NotionWordsTest {

    private final Integration integration = new Integration();

    @AfterEach
    void stop() {
        integration.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH,/v1/pages/PAGE",
        "PATCH,/v1/databases/DATABASE",
        "PATCH,/v1/data_sources/SONGS",
        "POST,/v1/data_sources/SONGS/query",
        "PATCH,/v1/blocks/BLOCK"
    })
    void archivedIsAWordOfOldVersionsOnly(String method, String template) {
        String page = integration.song("One", "a").json().get("id").asText();
        String path = template.replace("PAGE", page)
                .replace("DATABASE", integration.database)
                .replace("SONGS", integration.songs)
                .replace("BLOCK", block(page, "x"));

        Reply old = integration.send(Integration.OLD_VERSION, method, path, "{\"archived\": false}");
        Reply refused = integration.send(Integration.NEW_VERSION, method, path, "{\"archived\": false}");
        Reply understood = integration.send(Integration.NEW_VERSION, method, path, "{\"in_trash\": false}");

        assertThat(old.status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asText()).isEqualTo("validation_error");
        assertThat(refused.json().get("message").asText()).contains("body.archived should be not present");
        assertThat(understood.status()).isEqualTo(200);
        assertThat(understood.json().has("archived")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"property\": \"Code\", \"rich_text\": {\"is_empty\": false}}",
                "{\"property\": \"Liked\", \"checkbox\": {\"is_empty\": true}}",
                "{\"property\": \"Liked\", \"checkbox\": {\"equals\": \"true\"}}",
                "{\"property\": \"Mood\", \"select\": {\"equals\": 5}}",
                "{\"property\": \"Who\", \"people\": {\"contains\": \"somebody\"}}",
                "{\"property\": \"Released\", \"date\": {\"equals\": \"soon\"}}"
            })
    void aFilterThatNotionWouldNotTakeIsRefused(String filter) {
        Reply refused = integration.query("{\"filter\": " + filter + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asText()).isEqualTo("validation_error");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"property": "Who", "people": {"contains": "5e60e00000004000800000000000b070"}}       | 1
            {"property": "By", "created_by": {"contains": "5e60e000-0000-4000-8000-00000000b070"}} | 2
            {"property": "By", "created_by": {"contains": "5e60e000-0000-4000-8000-00000000face"}} | 0
            {"property": "Released", "date": {"after": "2026-11-21T10:00:00"}}                      | 1
            {"property": "Released", "date": {"equals": "today"}}                                  | 1
            {"property": "Released", "date": {"before": "one_week_ago"}}                           | 0
            """)
    void peopleAreFilteredByTheirIdAndDatesByWords(String filter, int found) {
        integration.change("{\"By\": {\"created_by\": {}}}");
        integration.create("{\"Who\": {\"people\": [{\"id\": \"" + PageView.BOT
                + "\"}]}, \"Released\": {\"date\": {\"start\": \"2026-11-22\"}}}");
        integration.create("{}");

        assertThat(integration.query("{\"filter\": " + filter + "}").json().get("results"))
                .hasSize(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Who": {"people": [{"id": "nobody"}]}}                                          | valid uuid
            {"Who": {"people": MANY}}                                                        | should be ≤ `100`
            {"Files": {"files": [{"name": "a"}]}}                                            | external.url
            {"Files": {"files": ["a"]}}                                                      | external.url
            {"Code": {"rich_text": [{"equation": {"expression": "LONG"}}]}}                  | should be ≤ `1000`
            {"Code": {"rich_text": [{"text": {"content": "a", "link": {"url": "LONG"}}}]}}   | should be ≤ `2000`
            {"Released": {"date": "2024-01-01"}}                                             | an object or `null`
            {"Released": {"date": {"start": "2024-01-02", "end": "2024-01-01"}}}             | before end date
            {"Released": {"date": {"start": "2024-01-02T10:00:00", "time_zone": "Moon"}}}    | IANA time zone
            """)
    void aValueBeyondNotionsLimitsIsRefused(String properties, String message) {
        String many = IntStream.range(0, 101)
                .mapToObj(_ -> "{\"id\": \"" + PageView.BOT + "\"}")
                .collect(Collectors.joining(",", "[", "]"));

        Reply refused =
                integration.create(properties.replace("LONG", "x".repeat(2001)).replace("MANY", many));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").asText()).contains(message);
        assertThat(integration.query("{}").json().get("results")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"icon\": \"x\"",
                "\"icon\": {\"colour\": \"red\"}",
                "\"cover\": {\"emoji\": \"x\"}",
                "\"cover\": {\"external\": {\"url\": \"LONG\"}}",
                "\"in_trash\": \"yes\"",
                "\"properties\": []"
            })
    void whatNoPageCanHaveIsRefused(String sent) {
        String page = integration.song("One", "a").json().get("id").asText();

        Reply refused =
                integration.send("PATCH", "/v1/pages/" + page, "{" + sent.replace("LONG", "x".repeat(2001)) + "}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asText()).isEqualTo("validation_error");
    }

    @Test
    void aTimeWithoutAnOffsetIsOneOfItsZone() {
        JsonNode page = integration.create("""
                {"Released": {"date": {"start": "2024-06-01T12:00:00", "time_zone": "Europe/Berlin"}}}""").json();

        assertThat(page.at("/properties/Released/date/start").asText()).isEqualTo("2024-06-01T12:00:00.000+02:00");
    }

    @Test
    void aPageThatIsNoRowHasATitleOnly() {
        String parent = "{\"parent\": {\"page_id\": \"" + NotionStandIn.HOME + "\"}, \"properties\": ";

        Reply untitled = integration.send("POST", "/v1/pages", parent + "{}}");
        Reply refused = integration.send("POST", "/v1/pages", parent + "{\"BPM\": {\"number\": 1}}}");

        assertThat(untitled.json().at("/properties/title/title")).isEmpty();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").asText()).contains("BPM is not a property that exists");
    }

    @Test
    void anUpdateShowsOnlyThePropertiesThatAreAskedFor() {
        String page = integration.song("One", "a").json().get("id").asText();

        Reply shown = integration.send("PATCH", "/v1/pages/" + page + "?filter_properties=title", "{}");

        assertThat(shown.json().get("properties")).hasSize(1);
    }

    @Test
    void theNextPartOfALongValueIsNamedByItsAddress() {
        String pieces = IntStream.range(0, 3)
                .mapToObj(_ -> "{\"text\": {\"content\": \"a\"}}")
                .collect(Collectors.joining(",", "[", "]"));
        String page = integration
                .create("{\"Title\": {\"title\": " + pieces + "}}")
                .json()
                .get("id")
                .asText();

        JsonNode first = integration
                .send("GET", "/v1/pages/" + page + "/properties/title?page_size=2", "")
                .json();

        String next = first.at("/property_item/next_url").asText();
        JsonNode rest = integration
                .send("GET", next.substring(next.indexOf("/v1/")), "")
                .json();
        assertThat(first.get("results")).hasSize(2);
        assertThat(rest.get("results")).hasSize(1);
        assertThat(rest.at("/property_item/next_url").isNull()).isTrue();
    }

    @Test
    void whatWasEditedLastIsFoundFirst() {
        String first = integration.song("Song one", "a").json().get("id").asText();
        integration.client.post("/__control/clock", "{\"advance\": \"2m\"}");
        integration.song("Song two", "b");
        integration.client.post("/__control/clock", "{\"advance\": \"2m\"}");

        integration.send("PATCH", "/v1/pages/" + first, "{}");

        String search = "{\"query\": \"song \", \"filter\": {\"property\": \"object\", \"value\": \"page\"}%s}";
        assertThat(integration
                        .send("POST", "/v1/search", search.formatted(""))
                        .json()
                        .at("/results/0/id")
                        .asText())
                .isEqualTo(first);
        assertThat(integration
                        .send("POST", "/v1/search", search.formatted("""
                                , "sort": {"timestamp": "last_edited_time", "direction": "ascending"}"""))
                        .json()
                        .at("/results/1/id")
                        .asText())
                .isEqualTo(first);
    }

    @Test
    void aSearchLagsBehindAWriteAsAQueryDoes() {
        integration.client.post("/__control/mode", "{\"queryLag\": \"3s\"}");
        integration.song("One", "a");

        assertThat(integration
                        .send("POST", "/v1/search", "{\"query\": \"One\"}")
                        .json()
                        .get("results"))
                .isEmpty();
        integration.client.post("/__control/clock", "{\"advance\": \"3s\"}");
        assertThat(integration
                        .send("POST", "/v1/search", "{\"query\": \"One\"}")
                        .json()
                        .get("results"))
                .hasSize(1);
    }

    @Test
    void aBodyOfMoreThanHalfAMegabyteIsRefused() {
        Reply refused = integration.create("{\"Code\": {\"rich_text\": [" + "{},".repeat(200_000) + "{}]}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asText()).isEqualTo("validation_error");
    }

    private String block(String page, String text) {
        return integration
                .send(
                        "PATCH",
                        "/v1/blocks/" + page + "/children",
                        "{\"children\": [{\"paragraph\": {\"rich_text\": " + Integration.text(text) + "}}]}")
                .json()
                .at("/results/0/id")
                .asText();
    }
}
