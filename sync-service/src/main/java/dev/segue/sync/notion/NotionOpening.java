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
        var api = NotionApi.of(config, token);
        NotionCatalogue catalogue = catalogue(
                api,
                source,
                Path.of(config.stateFile()),
                chosen(config.properties().orElse("")),
                Clock.systemUTC());
        try {
            catalogue.check();
        } catch (CatalogueUnavailable refused) {
            if (refused.pause().filter(NotionApi.REFUSED::equals).isPresent()) {
                api.close();
                throw new ConfigurationException("segue.catalogue=notion cannot be used: " + refused.getMessage());
            }
        }
        return catalogue;
    }

    static NotionCatalogue catalogue(
            NotionApi api, String source, Path file, Map<String, String> chosen, InstantSource clock) {
        Memory memory = memory(file, source, chosen);
        var doubt = new Doubt(memory, clock, SETTLING);
        return new NotionCatalogue(api, new Tables(api, memory, source, chosen), doubt, clock);
    }

    /// A link will do as well.
    private static String idIn(String setting) {
        return setting.contains("/") ? Shared.id(setting) : setting.strip();
    }

    static Memory memory(Path file, String source, Map<String, String> chosen) {
        return Memory.at(file, source + ' ' + new TreeMap<>(chosen));
    }

    private static String needed(String key, Optional<String> value, String remedy) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() ->
                        new ConfigurationException("segue.catalogue=notion needs segue.notion." + key + ": " + remedy));
    }

    /// `tempo=BPM,title=Song`
    static Map<String, String> chosen(String setting) {
        return Arrays.stream(setting.split(",", -1))
                .filter(pair -> !pair.isBlank())
                .map(pair -> pair.split("=", 2))
                .peek(NotionOpening::check)
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip()));
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
