package dev.segue.sync.notion;

import dev.segue.sync.Catalogue;
import dev.segue.sync.CatalogueOpening;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.SyncConfig;
import dev.segue.sync.SyncConfig.CatalogueKind;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Opens the Notion database, or says in one line why it cannot be used.
@ApplicationScoped
class NotionOpening implements CatalogueOpening {

    /// After which a query shows what was written.
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final SyncConfig.Notion config;

    NotionOpening(SyncConfig config) {
        this.config = config.notion();
    }

    @Override
    public CatalogueKind kind() {
        return CatalogueKind.NOTION;
    }

    @Override
    public Catalogue open() {
        String token = needed("token", config.token(), "make an integration at https://www.notion.so/my-integrations");
        String source = idIn(
                needed("data-source", config.dataSource(), "./segue notion init makes a database and tells its id"));
        Map<String, String> chosen = chosen(config.properties().orElse(""));
        Memory memory = memory(Path.of(config.stateFile()), source, chosen);
        var api = NotionApi.of(config, token, Gate.of(memory, Clock.systemUTC()));
        NotionCatalogue catalogue = catalogue(api, source, memory, chosen, Clock.systemUTC());
        try {
            catalogue.check();
        } catch (Refusal refused) {
            api.close();
            throw new ConfigurationException("segue.catalogue=notion cannot be used: " + refused.getMessage());
        } catch (CatalogueUnavailable passing) {
            System.getLogger(NotionOpening.class.getName())
                    .log(System.Logger.Level.WARNING, passing.getMessage() + "; it is waited for");
        }
        return catalogue;
    }

    static NotionCatalogue catalogue(
            NotionApi api, String source, Memory memory, Map<String, String> chosen, InstantSource clock) {
        var doubt = new Doubt(memory, clock, SETTLING);
        return new NotionCatalogue(api, new Tables(api, memory, source, chosen), doubt, memory, clock);
    }

    /// A link will do as well.
    private static String idIn(String setting) {
        return setting.contains("/") ? Shared.id(setting) : setting.strip();
    }

    static Memory memory(Path file, String source, Map<String, String> chosen) {
        return Memory.at(file, source, chosen);
    }

    private static String needed(String key, Optional<String> value, String remedy) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() ->
                        new ConfigurationException("segue.catalogue=notion needs segue.notion." + key + ": " + remedy));
    }

    /// `tempo=BPM,title=Song`
    static Map<String, String> chosen(String setting) {
        var chosen = new TreeMap<String, String>();
        Arrays.stream(setting.split(",", -1))
                .filter(pair -> !pair.isBlank())
                .map(pair -> pair.split("=", 2))
                .peek(NotionOpening::check)
                .forEach(pair -> choose(chosen, pair[0].strip(), pair[1].strip()));
        return chosen;
    }

    private static void choose(Map<String, String> chosen, String key, String property) {
        if (chosen.containsKey(key) || chosen.containsValue(property)) {
            throw new ConfigurationException("segue.notion.properties accepts each KEY and each PROPERTY once, not \""
                    + key + '=' + property + "\" beside "
                    + chosen.entrySet().stream()
                            .filter(one ->
                                    one.getKey().equals(key) || one.getValue().equals(property))
                            .map(one -> '"' + one.getKey() + '=' + one.getValue() + '"')
                            .collect(Collectors.joining(", ")));
        }
        chosen.put(key, property);
    }

    private static void check(String[] pair) {
        if (pair.length < 2
                || Column.all().stream().noneMatch(column -> column.key().equals(pair[0].strip()))) {
            throw new ConfigurationException("segue.notion.properties accepts KEY=PROPERTY,… where KEY is one of "
                    + Column.all().stream().map(Column::key).collect(Collectors.joining(", ")) + ", not \"" + pair[0]
                    + '"');
        }
    }
}
