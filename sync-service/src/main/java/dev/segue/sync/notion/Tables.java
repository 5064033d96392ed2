package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The data source of tracks and its schema: read when it is first wanted, and again when it was changed. Thread-safe.
final class Tables {

    private static final System.Logger LOG = System.getLogger(Tables.class.getName());

    private final NotionApi api;
    private final Memory memory;
    private final Map<String, String> chosen;
    private final String setting;
    private Optional<Schema> schema = Optional.empty();
    private boolean stale;

    /// Whether it is as remembered, and lacked something then that may be there by now.
    private boolean doubtful;

    /// Whether Notion takes no more options.
    private boolean full;

    /// @param setting an id of a data source, or of a database that has but one
    /// @param chosen  by key of a column: how the person calls its property
    Tables(NotionApi api, Memory memory, String setting, Map<String, String> chosen) {
        this.api = api;
        this.memory = memory;
        this.setting = setting;
        this.chosen = Map.copyOf(chosen);
    }

    /// @throws dev.segue.sync.CatalogueUnavailable if it cannot be read now, or lacks the one property that is needed
    synchronized Schema schema() {
        if (schema.isEmpty() && !stale) {
            schema = memory.schema().map(known -> full ? known.withoutOptions() : known);
            doubtful = schema.filter(Tables::lacks).isPresent();
        }
        if (schema.isEmpty()) {
            JsonNode source = source();
            Schema read = Schema.of(source, chosen, memory.ids());
            if (read.column(Column.ID).isEmpty()) {
                throw new Refusal("the Notion database has no property \""
                        + chosen.getOrDefault("id", Column.ID.name())
                        + "\" of text; add it, or name another by segue.notion.properties=id=NAME");
            }
            var _ = lacks(read);
            memory.keep(read, Schema.look(source.path("properties")));
            schema = Optional.of(full ? read.withoutOptions() : read);
            stale = false;
            doubtful = false;
        }
        return schema.get();
    }

    /// Whether something is lacking in `schema`; says what.
    private static boolean lacks(Schema schema) {
        boolean lacks = !schema.lacking().isEmpty();
        if (lacks) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The Notion database lacks " + String.join(", ", schema.lacking()) + ": not written");
        }
        return lacks;
    }

    /// Takes note of what a query has shown. A page tells without a call whether somebody has changed the schema: what
    /// was deleted is no difference on each page. Where there is none, what was lacking before is looked for.
    synchronized void shown(List<JsonNode> pages) {
        if (!pages.isEmpty()) {
            List<String> look = Schema.look(pages.getFirst().path("properties"));
            if (!look.equals(memory.look())) {
                var _ = changed();
                memory.keepLook(look);
            }
        } else if (doubtful) {
            var _ = changed();
        }
        doubtful = false;
    }

    /// Its id, as far as it is known without a call.
    String dataSource() {
        return memory.dataSource().isEmpty() ? setting : memory.dataSource();
    }

    /// Reads the schema again; whether it has become another.
    synchronized boolean changed() {
        Optional<Schema> old = schema;
        schema = Optional.empty();
        stale = true;
        return !Optional.of(schema().columns()).equals(old.map(Schema::columns));
    }

    /// A database holds only so many options. What would need more is left out from now on, so that all else is
    /// written.
    ///
    /// @return whether there was something to leave out
    synchronized boolean leaveOutOptions() {
        Schema old = schema();
        Schema rest = old.withoutOptions();
        if (rest.columns().equals(old.columns())) {
            return false;
        }
        full = true;
        schema = Optional.of(rest);
        LOG.log(
                System.Logger.Level.WARNING,
                "The Notion database takes no more options, so what is kept in select and multi-select properties is"
                        + " not written: " + String.join(", ", old.options())
                        + "; make them text, which holds any number, and start again");
        return true;
    }

    /// The answer of `question`, which is repeated once if the schema has become another.
    <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (Refusal refused) {
            if (changed()) {
                return question.get();
            }
            throw refused;
        }
    }

    private JsonNode source() {
        Reply reply = api.get("/data_sources/" + dataSource());
        return reply instanceof Reply.Refused refused && refused.status() == 404 ? ofDatabase() : reply.body();
    }

    /// The one data source of the database that the setting names.
    private JsonNode ofDatabase() {
        return new Shared(api)
                .source(setting)
                .orElseThrow(() ->
                        new Refusal("nothing with the id " + setting + " (segue.notion.data-source) is shared with the"
                                + " integration: open the database in Notion, then ••• > Connections"));
    }
}
