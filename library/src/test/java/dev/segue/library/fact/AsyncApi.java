package dev.segue.library.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// The contract between the services as one AsyncAPI 3 document: a channel a topic, a message a fact.
final class AsyncApi {

    private static final String BINDING = "0.5.0";
    private static final Map<String, String> HEADERS = Map.of(
            Envelope.RUN,
            "the run that caused it",
            Envelope.Trace.PARENT,
            "W3C trace context, when somebody traces",
            Envelope.Trace.STATE,
            "W3C trace context, if who traces has given one",
            "ce_specversion",
            "CloudEvents",
            "ce_id",
            "of this record alone",
            "ce_type",
            "dev.segue. and the record's name",
            "ce_source",
            "the service that wrote it",
            "ce_time",
            "when it was written",
            "content-type",
            "application/json");

    private final ObjectNode document = Wire.json().createObjectNode();

    private AsyncApi() {}

    static ObjectNode document() {
        var api = new AsyncApi();
        api.about();
        for (Topic topic : Topic.values()) {
            api.channel(topic);
            api.message(topic);
        }
        api.document.withObject("/components").set("schemas", new FactSchemas().all());
        return api.document;
    }

    private void about() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Segue")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "The facts that Segue's services tell each other. Who writes and who reads them, and "
                                + "what they mean, is in events.md. Fields that a reader does not know are to be ignored.")
                .putObject("license")
                .put("name", "Apache-2.0");
        document.put("defaultContentType", "application/json");
        document.putObject("servers")
                .putObject("broker")
                .put("host", "localhost:9092")
                .put("protocol", "kafka");
    }

    private void channel(Topic topic) {
        ObjectNode channel = document.withObject("/channels").putObject(topic.topic());
        channel.put("address", topic.topic());
        channel.putObject("messages").set(name(topic), reference("messages", name(topic)));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.topic()).put("partitions", topic.partitions());
        settings(topic.settings(), kafka.putObject("topicConfiguration"));
        kafka.put("bindingVersion", BINDING);
    }

    private static void settings(Map<String, String> settings, ObjectNode topic) {
        topic.putArray("cleanup.policy").add(settings.get("cleanup.policy"));
        settings.entrySet().stream()
                .filter(setting -> !setting.getKey().equals("cleanup.policy"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> topic.put(setting.getKey(), Long.parseLong(setting.getValue())));
    }

    private void message(Topic topic) {
        ObjectNode message = document.withObject("/components/messages").putObject(name(topic));
        message.put("name", name(topic)).put("contentType", "application/json");
        message.set("headers", headers());
        message.set("payload", reference("schemas", name(topic)));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string");
        kafka.put("bindingVersion", BINDING);
        message.putArray("examples").addObject().set("payload", golden(topic));
    }

    private static ObjectNode headers() {
        ObjectNode headers = Wire.json().createObjectNode().put("type", "object");
        HEADERS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(header -> headers.withObject("/properties")
                        .putObject(header.getKey())
                        .put("type", "string")
                        .put("description", header.getValue()));
        return headers;
    }

    private static ObjectNode reference(String kind, String name) {
        return Wire.json().createObjectNode().put("$ref", "#/components/" + kind + '/' + name);
    }

    private static String name(Topic topic) {
        return topic.type().getSimpleName();
    }

    /// What a fact looks like, as [WireTest] pins it.
    static JsonNode golden(Topic topic) {
        try (InputStream file = AsyncApi.class.getResourceAsStream("/contract/" + topic.topic() + ".json")) {
            return Wire.json().readTree(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
