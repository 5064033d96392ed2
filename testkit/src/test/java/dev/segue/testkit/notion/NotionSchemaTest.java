package dev.segue.testkit.notion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotionSchemaTest {

    private final Integration integration = new Integration();

    @AfterEach
    void stop() {
        integration.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12   | number       | 12
            12   | rich_text    | [{"plain_text":"12"}]
            12   | url          | "12"
            12   | select       | {"name":"12"}
            a, b | multi_select | [{"name":"a"},{"name":"b"}]
            Done | status       | {"name":"Done"}
            Dome | status       | null
            yes  | checkbox     | true
            2024-05-01 | date   | {"start":"2024-05-01","end":null,"time_zone":null}
            text | number       | null
            text | date         | null
            text | people       | []
            text | files        | []
            """)
    void aPropertyThatGetsAnotherTypeHasValuesOfThatType(String written, String type, String shown) {
        Reply song = integration.song("One", written);
        integration.song("Empty", "");

        Reply changed = integration.change("{\"Code\": {\"" + type + "\": {}}}");

        JsonNode page = integration
                .send("GET", "/v1/pages/" + song.json().get("id").asText(), "")
                .json();
        assertThat(changed.status()).isEqualTo(200);
        assertThat(reduced(page.at("/properties/Code/" + type))).isEqualTo(shown);
        assertThat(integration
                        .query("{}")
                        .json()
                        .at("/results/0/properties/Code")
                        .has(type))
                .isTrue();
    }

    /// Without ids and looks, which are not what this is about.
    private static String reduced(JsonNode value) {
        return value.toString()
                .replaceAll("\"id\":\"[^\"]*\",", "")
                .replaceAll(",\"color\":\"[^\"]*\"", "")
                .replaceAll("\"type\":\"text\".*(\"plain_text\":\"[^\"]*\"),\"href\":null", "$1");
    }

    @Test
    void aRetypedPropertyIsFilteredAsItsNewType() {
        integration.song("Twelve", "12");
        integration.song("None", "none");

        integration.change("{\"Code\": {\"number\": {}}}");

        assertThat(integration
                        .query("{\"filter\": {\"property\": \"Code\", \"number\": {\"equals\": 12}}}")
                        .json()
                        .get("results"))
                .hasSize(1);
        assertThat(integration
                        .query("{\"filter\": {\"property\": \"Code\", \"number\": {\"is_empty\": true}}}")
                        .json()
                        .get("results"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Other": {"title": {}}}                                 | more than one title
            {"Title": {"number": {}}}                                | Title is not provided
            {"BPM": {"number": {"format": "bananas"}}}               | format of numbers
            {"BPM": {"number": "x"}}                                 | should be an object
            {"Mood": {"select": {"options": [{"name": ""}]}}}        | should be populated
            {"Mood": {"select": {"options": [{"name": "a,b"}]}}}     | commas not allowed
            {"New": {"type": "formula", "formula": {}, "number": {}}}| should have a type that is known
            """)
    void aSchemaThatNotionWouldNotTakeIsRefusedAndNothingChanges(String properties, String message) {
        JsonNode before = integration
                .send("GET", "/v1/data_sources/" + integration.songs, "")
                .json();

        Reply refused = integration.change(properties);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").asText()).contains(message);
        assertThat(integration
                        .send("GET", "/v1/data_sources/" + integration.songs, "")
                        .json()
                        .get("properties"))
                .isEqualTo(before.get("properties"));
    }

    @Test
    void optionsThatAreNamedAgainStayTheSame() {
        integration.change("{\"Mood\": {\"select\": {\"options\": [{\"name\": \"sad\", \"color\": \"red\"}]}}}");
        JsonNode sad = integration.property("Mood").at("/select/options/0");

        integration.change("{\"Mood\": {\"select\": {\"options\": [{\"name\": \"glad\"}, {\"name\": \"sad\"}]}}}");

        assertThat(integration.property("Mood").at("/select/options/1")).isEqualTo(sad);
        integration.change("{\"Mood\": {\"select\": {}}}");
        assertThat(integration.property("Mood").at("/select/options")).hasSize(2);
    }

    @Test
    void whatIsToldAboutAPropertyAndATableIsKept() {
        integration.change("{\"BPM\": {\"description\": \"beats a minute\"}}");
        JsonNode table = integration
                .send("PATCH", "/v1/data_sources/" + integration.songs, """
                        {"description": [{"text": {"content": "all"}}], "icon": {"emoji": "\\uD83C\\uDFB5"}}""")
                .json();

        assertThat(integration.property("BPM").get("description").asText()).isEqualTo("beats a minute");
        assertThat(table.at("/description/0/plain_text").asText()).isEqualTo("all");
        assertThat(table.at("/icon/emoji").asText()).isEqualTo("\uD83C\uDFB5");
    }

    @Test
    void aDatabaseOfWhichNothingIsSaidHasATitleProperty() {
        JsonNode made = integration
                .send("POST", "/v1/databases", """
                {"parent": {"type": "page_id", "page_id": "%s"}, "is_inline": true}""".formatted(NotionStandIn.HOME))
                .json();
        Reply oldForm = integration.send("POST", "/v1/databases", """
                {"parent": {"page_id": "%s"}, "properties": {"Name": {"title": {}}}}""".formatted(NotionStandIn.HOME));

        JsonNode source = integration
                .send("GET", "/v1/data_sources/" + made.at("/data_sources/0/id").asText(), "")
                .json();
        assertThat(source.at("/properties/Name/type").asText()).isEqualTo("title");
        assertThat(made.get("is_inline").asBoolean()).isTrue();
        assertThat(source.get("is_inline").asBoolean()).isTrue();
        assertThat(oldForm.status()).isEqualTo(400);
    }

    @Test
    void aTableInTheTrashIsNoLongerOneOfItsDatabase() {
        String second = integration
                .send("POST", "/v1/data_sources", """
                        {"parent": {"database_id": "%s"}, "properties": {"Name": {"title": {}}},
                         "title": [{"text": {"content": "Second"}}]}""".formatted(integration.database))
                .json()
                .get("id")
                .asText();

        JsonNode trashed = integration
                .send("PATCH", "/v1/data_sources/" + second, "{\"in_trash\": true}")
                .json();

        assertThat(trashed.get("in_trash").asBoolean()).isTrue();
        assertThat(integration
                        .send("GET", "/v1/databases/" + integration.database, "")
                        .json()
                        .get("data_sources"))
                .hasSize(1);
        assertThat(found("Second")).isEmpty();
    }

    @Test
    void aDatabaseInTheTrashIsNotSearchedAndOneOfAnUnsharedPageIsNotThere() {
        assertThat(found("Songs")).hasSize(1);
        integration.send("PATCH", "/v1/databases/" + integration.database, "{\"in_trash\": true}");
        assertThat(found("Songs")).isEmpty();

        integration.control("DELETE", "share/" + NotionStandIn.HOME);

        assertThat(integration
                        .send("GET", "/v1/databases/" + integration.database, "")
                        .status())
                .isEqualTo(404);
        assertThat(integration.query("{}").status()).isEqualTo(404);
    }

    @Test
    void inADatabaseInTheTrashNothingIsMadeOrChanged() {
        String page =
                "/v1/pages/" + integration.song("One", "a").json().get("id").asText();
        integration.send("PATCH", "/v1/databases/" + integration.database, "{\"in_trash\": true}");

        Reply made = integration.song("Two", "b");
        Reply changed = integration.send("PATCH", page, "{\"properties\": {\"BPM\": {\"number\": 1}}}");

        assertThat(made.status()).isEqualTo(400);
        assertThat(made.json().get("message").asText()).contains("archived ancestor");
        assertThat(changed.json()).isNotEmpty();
        assertThat(changed.json().get("message")).isEqualTo(made.json().get("message"));
    }

    private JsonNode found(String title) {
        return integration
                .send("POST", "/v1/search", "{\"query\": \"" + title + "\"}")
                .json()
                .get("results");
    }
}
