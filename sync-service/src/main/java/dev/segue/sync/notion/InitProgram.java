package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.SyncConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// What `./segue notion init` starts: the database is made or completed without the running service, on the same
/// settings.
final class InitProgram {

    private InitProgram() {}

    /// Takes an id or a link, or nothing; and first `--id` if only the id of the data source is to be printed. Exit
    /// status 0 if there is a database then; else 1, and one line on standard error says why not.
    public static void main(String[] arguments) {
        boolean idOnly = arguments.length > 0 && arguments[0].equals("--id");
        int from = idOnly ? 1 : 0;
        Optional<String> wanted = arguments.length > from ? Optional.of(arguments[from]) : Optional.empty();
        try {
            NotionInit.Made made = init(settings(Map.of()), wanted);
            System.out.println(idOnly ? made.source() : told(made));
            System.exit(0);
        } catch (CatalogueUnavailable | ConfigurationException refused) {
            System.err.println("segue: " + refused.getMessage());
            System.exit(1);
        } catch (ConfigValidationException wrong) {
            System.err.println("segue: " + wrong.getProblem(0).getMessage().replaceFirst("^.*?SRCFG\\d+: ", ""));
            System.exit(1);
        }
    }

    /// @param wanted an id or a link; else that of the settings, else the only place there is
    static NotionInit.Made init(SyncConfig.Notion settings, Optional<String> wanted) {
        String token = settings.token()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ConfigurationException("segue.notion.token is not set: make an integration at"
                        + " https://www.notion.so/my-integrations, and give its token as SEGUE_NOTION_TOKEN"));
        Map<String, String> chosen = NotionOpening.chosen(settings.properties().orElse(""));
        Optional<String> place =
                wanted.or(settings::dataSource).map(String::strip).filter(text -> !text.isEmpty());
        Optional<String> earlier = Memory.known(Path.of(settings.stateFile()));
        Memory memory = NotionOpening.memory(
                Path.of(settings.stateFile()), settings.dataSource().orElse(""), chosen);
        try (var api = NotionApi.of(settings, token, Gate.passing(memory, Clock.systemUTC()))) {
            NotionInit.Made made = new NotionInit(api, chosen, memory, earlier).init(place);
            remember(api, made.source(), settings, chosen);
            return made;
        }
    }

    /// The service finds the properties by their ids then, also if a person renames them before it starts.
    private static void remember(NotionApi api, String source, SyncConfig.Notion settings, Map<String, String> chosen) {
        Memory memory = NotionOpening.memory(Path.of(settings.stateFile()), source, chosen);
        JsonNode made = api.get("/data_sources/" + source).body();
        memory.keep(Schema.of(made, chosen, memory.ids()), Schema.look(made.path("properties")));
    }

    static String told(NotionInit.Made made) {
        var text = new StringBuilder();
        if (made.fresh()) {
            text.append("made the databases Tracks and Playlists: ").append(made.url());
        } else if (made.added().isEmpty()) {
            text.append('"')
                    .append(made.name())
                    .append("\" has all properties it needs: ")
                    .append(made.url());
        } else {
            text.append("added to \"").append(made.name()).append("\": ").append(String.join(", ", made.added()));
        }
        made.unfit()
                .forEach(one -> text.append("\nleft alone: ")
                        .append(one)
                        .append("; rename it and try again, or name another by segue.notion.properties"));
        return text.append("\n\nPut this into your settings, beside the token:\n\n")
                .append("  export SEGUE_CATALOGUE=notion\n")
                .append("  export SEGUE_NOTION_DATA_SOURCE=")
                .append(made.source())
                .append('\n')
                .toString();
    }

    /// The service's settings, from the environment.
    static SyncConfig.Notion settings(Map<String, String> more) {
        return config(more).notion();
    }

    static SyncConfig config(Map<String, String> more) {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValue("smallrye.config.mapping.validate-unknown", "false")
                .withMapping(SyncConfig.class);
        more.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(SyncConfig.class);
    }
}
