package dev.segue.testkit.notion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Client.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotionBlocksTest {

    private final Integration integration = new Integration();
    private String page = "";

    @BeforeEach
    void makePage() {
        page = integration.song("One", "a").json().get("id").asText();
    }

    @AfterEach
    void stop() {
        integration.close();
    }

    private Reply append(String version, String block, String text, String where) {
        return integration.send(
                version,
                "PATCH",
                "/v1/blocks/" + block + "/children",
                "{\"children\": [{\"toggle\": {\"rich_text\": " + Integration.text(text) + "}}]" + where + "}");
    }

    private String id(Reply appended) {
        return appended.json().at("/results/0/id").asText();
    }

    private List<String> texts(String block) {
        JsonNode all = integration
                .send("GET", "/v1/blocks/" + block + "/children", "")
                .json()
                .get("results");
        return all.valueStream()
                .map(one -> one.at("/toggle/rich_text/0/plain_text").asText())
                .toList();
    }

    @Test
    void blocksArePutWhereTheCallerSays() {
        String first = id(append(Integration.NEW_VERSION, page, "first", ""));
        append(Integration.NEW_VERSION, page, "last", ", \"position\": {\"type\": \"end\"}");
        append(
                Integration.NEW_VERSION,
                page,
                "second",
                ", \"position\": {\"type\": \"after_block\", \"after_block\": {\"id\": \"" + first + "\"}}");
        append(Integration.NEW_VERSION, page, "zeroth", ", \"position\": {\"type\": \"start\"}");

        append(Integration.OLD_VERSION, page, "between", ", \"after\": \"" + first + "\"");

        assertThat(texts(page)).containsExactly("zeroth", "first", "between", "second", "last");
    }

    @Test
    void afterIsAWordOfOldVersionsOnlyAndNamesABlockOfThatParent() {
        String first = id(append(Integration.NEW_VERSION, page, "first", ""));

        Reply newVersion = append(Integration.NEW_VERSION, page, "x", ", \"after\": \"" + first + "\"");
        Reply elsewhere = append(Integration.OLD_VERSION, page, "x", ", \"after\": \"" + page + "\"");

        assertThat(newVersion.status()).isEqualTo(400);
        assertThat(newVersion.json().get("message").asText()).contains("body.after should be not present");
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(texts(page)).containsExactly("first");
    }

    @Test
    void blocksStandBelowBlocks() {
        String outer = id(append(Integration.NEW_VERSION, page, "outer", ""));

        JsonNode inner =
                append(Integration.NEW_VERSION, outer, "inner", "").json().at("/results/0");

        assertThat(inner.at("/parent/block_id").asText()).isEqualTo(outer);
        assertThat(texts(outer)).containsExactly("inner");
        assertThat(integration
                        .send("GET", "/v1/blocks/" + outer, "")
                        .json()
                        .get("has_children")
                        .asBoolean())
                .isTrue();
        integration.control("DELETE", "share/" + integration.database);
        assertThat(integration
                        .send("GET", "/v1/blocks/" + outer + "/children", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void blocksWithinBlocksAreMadeInOneCallButNotDeeperThanTwoLevels() {
        String leaf = "{\"quote\": {\"rich_text\": [], \"children\": [CHILD]}}";
        String two = leaf.replace("CHILD", leaf.replace("CHILD", leaf.replace("CHILD", "")));
        String path = "/v1/blocks/" + page + "/children";

        Reply made = integration.send("PATCH", path, "{\"children\": [" + two + "]}");
        Reply refused = integration.send("PATCH", path, "{\"children\": [" + leaf.replace("CHILD", two) + "]}");

        assertThat(made.json().at("/results/0/has_children").asBoolean()).isTrue();
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void aChangedBlockKeepsWhatIsNotSaid() {
        String path = "/v1/blocks/"
                + integration
                        .send("PATCH", "/v1/blocks/" + page + "/children", """
                        {"children": [{"to_do": {"rich_text": [{"text": {"content": "buy"}}]}}]}""")
                        .json()
                        .at("/results/0/id")
                        .asText();

        JsonNode changed = integration
                .send("PATCH", path, "{\"to_do\": {\"checked\": true}}")
                .json();

        assertThat(changed.at("/to_do/checked").asBoolean()).isTrue();
        assertThat(changed.at("/to_do/rich_text/0/plain_text").asText()).isEqualTo("buy");
    }

    @Test
    void aPageIsABlockToo() {
        JsonNode block = integration.send("GET", "/v1/blocks/" + page, "").json();

        assertThat(block.get("type").asText()).isEqualTo("child_page");
        assertThat(block.at("/child_page/title").asText()).isEqualTo("One");
        assertThat(integration.send("DELETE", "/v1/blocks/" + page, "").status())
                .isEqualTo(200);
        assertThat(integration.query("{}").json().get("results")).isEmpty();
    }
}
