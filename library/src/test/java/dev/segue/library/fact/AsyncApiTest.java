package dev.segue.library.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `docs/asyncapi.yaml` is made from the records. To make it again after a change on purpose, run this test with
/// `JAVA_TOOL_OPTIONS=-Dsegue.golden.write=src/test/resources/contract`, as [WireTest], and read the difference.
class AsyncApiTest {

    private static final Path PAGE = Path.of("..", "docs", "asyncapi.yaml");
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build());

    @Test
    void documentSaysWhatTheRecordsSay() throws IOException {
        String made = YAML.writeValueAsString(AsyncApi.document());
        if (System.getProperty("segue.golden.write") != null) {
            Files.writeString(PAGE, made);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(made);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void goldenFileHasTheFormThatTheDocumentSays(Topic topic) throws IOException {
        assertThat(form(topic).validate(AsyncApi.golden(topic))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void whatLacksItsTimeHasNotThatForm(Topic topic) throws IOException {
        var timeless = (ObjectNode) AsyncApi.golden(topic);
        timeless.remove("at");

        assertThat(form(topic).validate(timeless)).singleElement().asString().contains("at");
    }

    @Test
    void idThatNoSourceGivesHasNotThatForm() throws IOException {
        var strange = (ObjectNode) AsyncApi.golden(Topic.TRACK_DETECTED);
        strange.put("id", "spotify:short").put("source", "RADIO");

        assertThat(form(Topic.TRACK_DETECTED).validate(strange)).hasSize(2);
    }

    private static JsonSchema form(Topic topic) throws IOException {
        JsonNode document = YAML.readTree(Files.readString(PAGE));
        ObjectNode schema = Wire.json().createObjectNode();
        schema.put("$ref", "#/components/schemas/" + topic.type().getSimpleName());
        schema.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }
}
