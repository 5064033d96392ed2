package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.sync.CatalogueUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What outlives a restart, in a small file: which properties are meant, what was being made, and until when Notion
/// takes
/// no calls. Thread-safe. Whatever is kept is on disk then, or a [CatalogueUnavailable] says why not.
final class Memory {

    /// In the place of what is lacking: that is to be seen.
    private static final String UNKNOWN = "unknown";

    private final Path file;
    private final ObjectNode held;

    private Memory(Path file, ObjectNode held) {
        this.file = file;
        this.held = held;
    }

    /// What `file` holds; nothing if it is not there or of another data source. If the person calls a property
    /// otherwise than before, its id is forgotten, and nothing else.
    ///
    /// @param setting where the tracks are, as the person says it
    /// @param chosen  by key of a column: how the person calls its property
    static Memory at(Path file, String setting, Map<String, String> chosen) {
        ObjectNode held = NotionApi.JSON.createObjectNode();
        try {
            JsonNode read = Files.exists(file) ? NotionApi.JSON.readTree(file.toFile()) : held;
            if (read instanceof ObjectNode known
                    && known.path("setting").asText().equals(setting)) {
                held = known;
            }
        } catch (IOException damaged) {
            System.getLogger(Memory.class.getName())
                    .log(System.Logger.Level.WARNING, file + " is read anew from Notion: " + damaged.getMessage());
        }
        choose(held, chosen);
        return new Memory(file, held.put("setting", setting));
    }

    /// The data source of which `file` holds something, whatever the setting says; empty if of none.
    static Optional<String> known(Path file) {
        try {
            JsonNode read = Files.exists(file) ? NotionApi.JSON.readTree(file.toFile()) : NotionApi.JSON.nullNode();
            return Optional.of(read.path("dataSource").asText()).filter(id -> !id.isEmpty());
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static void choose(ObjectNode held, Map<String, String> chosen) {
        var before = new TreeMap<String, String>();
        held.path("chosen")
                .properties()
                .forEach(one -> before.put(one.getKey(), one.getValue().asText()));
        if (!before.equals(chosen)) {
            if (held.path("properties") instanceof ObjectNode properties) {
                Stream.of(before, chosen)
                        .flatMap(some -> some.keySet().stream())
                        .filter(key -> !Objects.equals(before.get(key), chosen.get(key)))
                        .forEach(properties::remove);
                held.putArray("lacking").add(UNKNOWN);
            }
            held.set("chosen", NotionApi.JSON.valueToTree(new TreeMap<>(chosen)));
        }
    }

    /// By key of a column: the id that its property had.
    synchronized Map<String, String> ids() {
        var ids = new TreeMap<String, String>();
        held.path("properties")
                .properties()
                .forEach(one -> ids.put(one.getKey(), one.getValue().path("id").asText()));
        return ids;
    }

    synchronized String dataSource() {
        return held.path("dataSource").asText();
    }

    /// The schema as it was last; empty if there was none, or it is to be read again.
    synchronized Optional<Schema> schema() {
        List<String> lacking = texts("lacking");
        if (dataSource().isEmpty() || lacking.contains(UNKNOWN)) {
            return Optional.empty();
        }
        var columns = new TreeMap<String, Schema.Property>();
        held.path("properties")
                .properties()
                .forEach(one -> columns.put(
                        one.getKey(),
                        new Schema.Property(
                                one.getValue().path("id").asText(),
                                one.getValue().path("type").asText())));
        Optional<String> playlists =
                Optional.of(held.path("playlists").asText()).filter(id -> !id.isEmpty());
        return Optional.of(new Schema(dataSource(), columns, playlists, lacking));
    }

    private List<String> texts(String name) {
        return held.path(name).valueStream().map(JsonNode::asText).toList();
    }

    /// All properties that the database had then, as [Schema#look] says them.
    synchronized List<String> look() {
        return texts("look");
    }

    synchronized void keepLook(List<String> look) {
        write(look);
        save();
    }

    private void write(List<String> look) {
        var seen = held.putArray("look");
        look.forEach(seen::add);
    }

    synchronized void keep(Schema schema, List<String> look) {
        held.put("dataSource", schema.dataSource())
                .put("playlists", schema.playlists().orElse(""));
        var lacking = held.putArray("lacking");
        schema.lacking().forEach(lacking::add);
        write(look);
        ObjectNode properties = held.putObject("properties");
        schema.columns()
                .forEach((key, property) ->
                        properties.putObject(key).put("id", property.id()).put("type", property.type()));
        save();
    }

    /// The schema is to be read again; the ids of its properties stay known.
    synchronized void forgetSchema() {
        if (!dataSource().isEmpty()) {
            held.putArray("lacking").add(UNKNOWN);
            save();
        }
    }

    /// By name: the ids of playlists' pages.
    synchronized Map<String, String> playlists() {
        var playlists = new TreeMap<String, String>();
        held.path("playlistPages")
                .properties()
                .forEach(one -> playlists.put(one.getKey(), one.getValue().asText()));
        return playlists;
    }

    synchronized void keepPlaylists(Map<String, String> playlists) {
        held.set("playlistPages", NotionApi.JSON.valueToTree(new TreeMap<>(playlists)));
        save();
    }

    /// What was being made, and until when a query may not show it.
    synchronized Map<String, Instant> doubts() {
        var doubts = new TreeMap<String, Instant>();
        held.path("doubts")
                .properties()
                .forEach(one ->
                        doubts.put(one.getKey(), Instant.parse(one.getValue().asText())));
        return doubts;
    }

    synchronized void keepDoubts(Map<String, Instant> doubts) {
        ObjectNode all = held.putObject("doubts");
        doubts.forEach((name, until) -> all.put(name, until.toString()));
        save();
    }

    /// Until when Notion takes no calls, if it said so.
    synchronized Optional<Gate.Closed> closed() {
        JsonNode closed = held.path("closed");
        return closed.isObject()
                ? Optional.of(new Gate.Closed(
                        Instant.parse(closed.path("since").asText()),
                        Instant.parse(closed.path("until").asText()),
                        closed.path("why").asText()))
                : Optional.empty();
    }

    synchronized void keepClosed(Gate.Closed closed) {
        held.putObject("closed")
                .put("since", closed.since().toString())
                .put("until", closed.until().toString())
                .put("why", closed.why());
        save();
    }

    private void save() {
        Path whole = file.toAbsolutePath();
        Path fresh = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.createDirectories(fresh.getParent());
            try {
                NotionApi.JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), held);
                Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException unwritable) {
            throw new CatalogueUnavailable(
                    file + " cannot be written (segue.notion.state-file): " + unwritable.getMessage(), unwritable);
        }
    }
}
