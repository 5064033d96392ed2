package dev.segue.testkit.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.oas.OpenApi31;
import dev.segue.testkit.standin.Client.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an API says of its answers, and of what it is sent.
public final class OpenApiDocument {

    private static final String IRI = "https://segue.example/openapi.json";

    private final Map<String, JsonNode> responses = new HashMap<>();
    private final Map<String, String> schemas = new HashMap<>();
    private final JsonSchemaFactory factory;

    private OpenApiDocument(ObjectNode document) {
        // Spotify's names no mapping, so by the letter "track" would have to be the name of a schema
        document.findParents("discriminator").forEach(parent -> ((ObjectNode) parent).remove("discriminator"));
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = name(operation.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey());
                    responses.put(name, operation.getValue().path("responses"));
                    keep(document, name + " body", operation.getValue().path("requestBody"));
                    operation
                            .getValue()
                            .path("responses")
                            .properties()
                            .forEach(response -> keep(document, name + ' ' + response.getKey(), response.getValue()));
                }));
        boolean newer = document.path("openapi").asText().startsWith("3.1");
        JsonMetaSchema words = newer ? OpenApi31.getInstance() : OpenApi30.getInstance();
        this.factory = JsonSchemaFactory.getInstance(
                newer ? SpecVersion.VersionFlag.V202012 : SpecVersion.VersionFlag.V7,
                builder -> builder.metaSchema(words)
                        .defaultMetaSchemaIri(words.getIri())
                        .schemaLoaders(loaders -> loaders.schemas(Map.of(IRI, document.toString()))));
    }

    /// Reads a document, YAML or JSON.
    public static OpenApiDocument at(Path file) throws IOException {
        return new OpenApiDocument((ObjectNode) new YAMLMapper().readTree(file.toFile()));
    }

    /// Puts the schema of a response under a name to which a plain pointer leads.
    private void keep(ObjectNode document, String response, JsonNode content) {
        JsonNode resolved =
                content.has("$ref") ? document.at(content.get("$ref").asText().substring(1)) : content;
        Optional<JsonNode> schema = Optional.ofNullable(resolved.path("content").elements())
                .filter(java.util.Iterator::hasNext)
                .map(types -> types.next().path("schema"))
                .filter(found -> !found.isMissingNode());
        schema.ifPresent(found -> {
            String key = "Response" + schemas.size();
            ((ObjectNode) document.at("/components/schemas")).set(key, found);
            schemas.put(response, "#/components/schemas/" + key);
        });
    }

    /// @param path without the part that all paths have in common
    private static String name(String method, String path) {
        return method + ' ' + path.replaceAll("\\{[^}]*}", "{}");
    }

    /// Whether there is such an endpoint.
    public boolean knows(String method, String path) {
        return responses.containsKey(name(method, path));
    }

    /// What is wrong with a reply; empty if nothing is.
    public List<String> mistakes(String method, String path, Reply reply) {
        String name = name(method, path);
        Optional<String> schema = Optional.ofNullable(schemas.get(name + ' ' + reply.status()));
        if (schema.isEmpty()) {
            boolean listed = responses.containsKey(name) && responses.get(name).has(Integer.toString(reply.status()));
            return listed ? List.of() : List.of(name + " does not answer " + reply.status());
        }
        return mistakes(schema.get(), reply.json());
    }

    /// What is wrong with a body that is sent; empty if nothing is, or the document says nothing of it.
    public List<String> mistakesInBody(String method, String path, JsonNode body) {
        return Optional.ofNullable(schemas.get(name(method, path) + " body"))
                .map(schema -> mistakes(schema, body))
                .orElse(List.of());
    }

    private List<String> mistakes(String schema, JsonNode json) {
        return factory.getSchema(SchemaLocation.of(IRI + schema)).validate(json).stream()
                .map(ValidationMessage::toString)
                .toList();
    }
}
