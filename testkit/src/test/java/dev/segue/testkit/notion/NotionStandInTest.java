package dev.segue.testkit.notion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Client.Reply;
import dev.segue.testkit.standin.Fault;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotionStandInTest {

    private Integration integration;

    @BeforeEach
    void start() {
        integration = new Integration();
    }

    @AfterEach
    void stop() {
        integration.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Title": {"title": [{"text": {"content": "LONG"}}]}}          | should be ≤ `2000`, instead was `2001`
            {"Genres": {"multi_select": [{"name": "Tyler, The Creator"}]}} | commas not allowed
            {"Nope": {"number": 1}}                                        | Nope is not a property that exists
            {"BPM": {"number": "120"}}                                     | should be a number
            {"BPM": {"rich_text": []}}                                     | BPM is expected to be number
            {"Link": {"url": ""}}                                          | should be populated or `null`
            {"State": {"status": {"name": "new"}}}                         | does not exist
            {"Released": {"date": {"start": "1973"}}}                      | valid ISO 8601
            {"Title": {"title": [{"text": {"content": "\\ud83d"}}]}}       | well-formed unicode
            {"Genres": {"multi_select": MANY}}                             | should be ≤ `100`, instead was `101`
            """)
    void whatNotionWouldNotTakeIsRefusedAndNothingIsWritten(String properties, String message) {
        String many = IntStream.range(0, 101)
                .mapToObj(n -> "{\"name\": \"g" + n + "\"}")
                .collect(Collectors.joining(",", "[", "]"));

        Reply refused =
                integration.create(properties.replace("LONG", "x".repeat(2001)).replace("MANY", many));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").asText()).isEqualTo("validation_error");
        assertThat(refused.json().get("message").asText()).contains(message);
        assertThat(refused.json().get("request_id").asText()).isNotEmpty();
        assertThat(integration.query("{}").json().get("results")).isEmpty();
        assertThat(integration.property("Genres").at("/multi_select/options")).isEmpty();
    }

    @Test
    void aCallerWithoutTheTokenOrTheVersionIsRefused() {
        Reply stranger = integration.client.get("/v1/users/me", "Authorization", "Bearer other", "Notion-Version", "x");
        Reply versionless = integration.client.get("/v1/users/me", "Authorization", "Bearer segue-demo");

        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.json().get("code").asText()).isEqualTo("unauthorized");
        assertThat(versionless.status()).isEqualTo(400);
        assertThat(versionless.json().get("code").asText()).isEqualTo("missing_version");
    }

    @Test
    void whatIsNotSharedIsNotFound() {
        integration.client.send(integration
                .client
                .request("DELETE", "/__control/share/" + integration.database, "")
                .build());

        assertThat(integration.query("{}").json().get("code").asText()).isEqualTo("object_not_found");
        assertThat(integration.query("{}").status()).isEqualTo(404);
    }

    @Test
    void aQueryFindsByIdsOfPropertiesAndShowsOnlyWhatIsAsked() {
        integration.song("One", "a");
        integration.song("Two", "b");
        integration.song("Three", "c");
        String code = integration.property("Code").get("id").asText();

        JsonNode found = integration.query("""
                        {"filter": {"or": [{"property": "%s", "rich_text": {"equals": "a"}},
                                           {"property": "Code", "rich_text": {"equals": "c"}}]}}""".formatted(code)).json();

        assertThat(found.get("results"))
                .extracting(
                        page -> page.at("/properties/Title/title/0/plain_text").asText())
                .containsExactly("One", "Three");
    }

    @Test
    void pagesOfAQueryFollowEachOther() {
        IntStream.range(0, 7).forEach(n -> integration.song("Song " + n, "c" + n));

        JsonNode first = integration.query("{\"page_size\": 5}").json();
        JsonNode second = integration
                .query("{\"page_size\": 5, \"start_cursor\": \""
                        + first.get("next_cursor").asText() + "\"}")
                .json();

        assertThat(first.get("has_more").asBoolean()).isTrue();
        assertThat(first.get("results")).hasSize(5);
        assertThat(second.get("results")).hasSize(2);
        assertThat(second.get("has_more").asBoolean()).isFalse();
    }

    @Test
    void aQueryEndsAtItsLimitAndSaysSoOnlyInItsStatus() {
        integration.client.post("/__control/mode", "{\"queryResults\": 3}");
        IntStream.range(0, 4).forEach(n -> integration.song("Song " + n, "c" + n));

        JsonNode cut = integration.query("{}").json();

        assertThat(cut.get("results")).hasSize(3);
        assertThat(cut.get("has_more").asBoolean()).isFalse();
        assertThat(cut.at("/request_status/incomplete_reason").asText()).isEqualTo("query_result_limit_reached");
    }

    @Test
    void aQueryLagsBehindAWrite() {
        integration.client.post("/__control/mode", "{\"queryLag\": \"3s\"}");
        integration.song("One", "a");

        assertThat(integration.query("{}").json().get("results")).isEmpty();
        integration.client.post("/__control/clock", "{\"advance\": \"3s\"}");
        assertThat(integration.query("{}").json().get("results")).hasSize(1);
    }

    @Test
    void aRenamedPropertyKeepsItsIdAndADeletedOneIsUnknown() {
        String id = integration.property("BPM").get("id").asText();
        String path = "/v1/data_sources/" + integration.songs;

        integration.send("PATCH", path, "{\"properties\": {\"BPM\": {\"name\": \"Tempo\"}}}");
        assertThat(integration.property("Tempo").get("id").asText()).isEqualTo(id);
        assertThat(integration.create("{\"" + id + "\": {\"number\": 120}}").status())
                .isEqualTo(200);

        integration.send("PATCH", path, "{\"properties\": {\"" + id + "\": null}}");
        assertThat(integration.create("{\"" + id + "\": {\"number\": 120}}").status())
                .isEqualTo(400);
    }

    @Test
    void aPageInTheTrashIsNeitherFoundNorChangedUntilItIsRestored() {
        String page =
                "/v1/pages/" + integration.song("One", "a").json().get("id").asText();

        integration.send("PATCH", page, "{\"in_trash\": true}");

        assertThat(integration.query("{}").json().get("results")).isEmpty();
        assertThat(integration.send("GET", page, "").json().get("in_trash").asBoolean())
                .isTrue();
        assertThat(integration.send("PATCH", page, "{\"properties\": {}}").status())
                .isEqualTo(400);
        assertThat(integration.send("PATCH", page, "{\"in_trash\": false}").status())
                .isEqualTo(200);
        assertThat(integration.query("{}").json().get("results")).hasSize(1);
    }

    @Test
    void callsAboveTheLimitAreToldWhenToComeBack() {
        integration.client.post("/__control/mode", "{\"perSecond\": 3, \"burst\": 2}");
        integration.query("{}");
        integration.query("{}");

        Reply refused = integration.query("{}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().get("code").asText()).isEqualTo("rate_limited");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        integration.client.post("/__control/clock", "{\"advance\": \"1s\"}");
        assertThat(integration.query("{}").status()).isEqualTo(200);
    }

    @Test
    void anErrorAfterTheEffectHidesAPageThatWasMade() {
        integration.notion.faults().add(Fault.of("POST /v1/pages", Fault.Kind.SERVER_ERROR_AFTER_EFFECT, 1));

        assertThat(integration.song("One", "a").status()).isEqualTo(500);
        assertThat(integration.query("{}").json().get("results")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"409,conflict_error", "529,service_overload", "503,service_unavailable"})
    void errorsHaveNotionsCodes(int status, String code) {
        integration
                .notion
                .faults()
                .add(Fault.of("*", Fault.Kind.SERVER_ERROR, 1).status(status));

        Reply failed = integration.query("{}");

        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.json().get("code").asText()).isEqualTo(code);
        assertThat(failed.header("Retry-After")).isEqualTo(status == 529 ? "1" : "");
    }

    @Test
    void aDatabaseWithTwoDataSourcesIsNoParent() {
        integration.send("POST", "/v1/data_sources", """
                {"parent": {"database_id": "%s"}, "properties": {"Name": {"title": {}}}}""".formatted(integration.database));

        Reply refused = integration.send("POST", "/v1/pages", """
                {"parent": {"database_id": "%s"}, "properties": {}}""".formatted(integration.database));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").asText()).contains("multiple data sources");
    }
}
