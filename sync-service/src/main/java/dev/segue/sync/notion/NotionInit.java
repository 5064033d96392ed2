package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.sync.CatalogueUnavailable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes the database of tracks and that of playlists, or adds the properties that one lacks. Doing it twice is doing
/// it once: what is there already is found.
final class NotionInit {

    private static final String PLAYLISTS = "Playlists";
    private static final String HOMELESS =
            "\"Playlists\" needs a page below which its database is made: share one with the"
                    + " integration, and do this again";

    private final NotionApi api;
    private final Shared shared;
    private final Map<String, String> chosen;
    private final Memory memory;
    private final Optional<String> earlier;

    /// @param chosen  by key of a column: how the person calls its property
    /// @param memory  that of the service, which knows properties by their ids
    /// @param earlier the data source that was made or completed last: a search may not show it yet
    NotionInit(NotionApi api, Map<String, String> chosen, Memory memory, Optional<String> earlier) {
        this.api = api;
        this.shared = new Shared(api);
        this.chosen = Map.copyOf(chosen);
        this.memory = memory;
        this.earlier = earlier;
    }

    /// What there is now.
    ///
    /// @param source the id of the data source of tracks
    /// @param name   of the database
    /// @param fresh  whether it was made just now
    /// @param added  properties that an older one lacked
    /// @param unfit  properties that cannot hold what they should: left as they are
    record Made(String source, String name, String url, boolean fresh, List<String> added, List<String> unfit) {}

    /// Makes or completes the database that `wanted` names, an id or a link; or the only one there is, or one below the
    /// only page that is shared.
    ///
    /// @throws CatalogueUnavailable with the reason, if that cannot be done
    Made init(Optional<String> wanted) {
        return wanted.isPresent() ? at(Shared.id(wanted.get())) : anywhere();
    }

    private Made at(String id) {
        Optional<JsonNode> source = shared.source(id);
        if (source.isPresent()) {
            return completed(source.get());
        }
        JsonNode page = shared.page(id)
                .orElseThrow(() -> new CatalogueUnavailable("nothing with the id " + id + " is shared with the"
                        + " integration: open it in Notion, then ••• > Connections > your integration"));
        List<JsonNode> here = libraries().stream()
                .filter(library -> parent(library).equals(page.path("id").asText()))
                .toList();
        return here.size() == 1 ? completed(here.getFirst()) : created(page);
    }

    private Made anywhere() {
        List<JsonNode> libraries = libraries();
        if (libraries.size() > 1) {
            throw new CatalogueUnavailable(
                    libraries.size() + " databases have a Spotify ID: name one, " + Shared.names(libraries));
        }
        return libraries.isEmpty() ? created(onlyPage()) : completed(libraries.getFirst());
    }

    /// The data sources that look like one of tracks.
    private List<JsonNode> libraries() {
        return withEarlier(shared.all("data_source")).stream()
                .filter(source -> Schema.of(source, chosen, memory.ids())
                        .column(Column.ID)
                        .isPresent())
                .toList();
    }

    private List<JsonNode> withEarlier(List<JsonNode> found) {
        return Stream.concat(
                        found.stream(),
                        earlier
                                .filter(id -> found.stream()
                                        .noneMatch(source ->
                                                source.path("id").asText().equals(id)))
                                .flatMap(shared::source)
                                .filter(source -> !Shared.isTrashed(source))
                                .stream())
                .toList();
    }

    /// The one page that is shared with the integration, rows of databases and pages below it left out.
    private JsonNode onlyPage() {
        List<JsonNode> pages = shared.topPages();
        if (pages.isEmpty()) {
            throw new CatalogueUnavailable("no page is shared with the integration: open in Notion the one that shall"
                    + " hold the library, then ••• > Connections > your integration");
        }
        if (pages.size() > 1) {
            throw new CatalogueUnavailable(pages.size()
                    + " pages are shared with the integration: name the one that shall hold the library, "
                    + Shared.names(pages));
        }
        return pages.getFirst();
    }

    private Made created(JsonNode page) {
        ObjectNode tracks = NotionApi.JSON.createObjectNode();
        Column.all().stream()
                .filter(column -> !column.equals(Column.PLAYLISTS))
                .sorted(Comparator.comparing(column -> column.type().equals("title"))) // last: it may hold the ids, too
                .forEach(column -> tracks.putObject(name(column)).putObject(column.type()));
        relate(tracks, name(Column.PLAYLISTS), playlists(page.path("id").asText()));
        JsonNode made = database(page.path("id").asText(), "Tracks", tracks);
        return new Made(
                made.at("/data_sources/0/id").asText(),
                "Tracks",
                made.path("url").asText(),
                true,
                List.of(),
                List.of());
    }

    private Made completed(JsonNode found) {
        String source = found.path("id").asText();
        Schema schema = Schema.of(found, chosen, memory.ids());
        ObjectNode lacking = NotionApi.JSON.createObjectNode();
        var unfit = new ArrayList<String>();
        for (Column column : Column.all()) {
            String name = name(column);
            if (schema.column(column).isEmpty()) {
                JsonNode taken = found.path("properties").path(name);
                if (column.type().equals("title")
                        && Set.of("", "title").contains(taken.path("type").asText())) {
                    unfit.add('"' + name + "\" would be a second title, and a database has but one");
                } else if (!taken.isMissingNode()) {
                    unfit.add('"' + name + "\" is a " + taken.path("type").asText() + ", not a " + column.type());
                } else if (column.equals(Column.PLAYLISTS)) {
                    place(found)
                            .ifPresentOrElse(page -> relate(lacking, name, playlists(page)), () -> unfit.add(HOMELESS));
                } else {
                    lacking.putObject(name).putObject(column.type());
                }
            }
        }
        if (!lacking.isEmpty()) {
            ObjectNode body = NotionApi.JSON.createObjectNode();
            body.set("properties", lacking);
            var _ = api.patch("/data_sources/" + source, body).body();
        }
        memory.forgetSchema();
        List<String> added =
                lacking.propertyStream().map(Map.Entry::getKey).sorted().toList();
        return new Made(source, Shared.title(found), found.path("url").asText(), false, added, unfit);
    }

    /// The page below which the playlists of `source` are: its own, or the only one that there is. Notion makes a
    /// database nowhere else, though people may have one in a block or below no page.
    private Optional<String> place(JsonNode source) {
        String own = parent(source);
        List<JsonNode> pages = own.isEmpty() ? shared.topPages() : List.of();
        return pages.size() == 1
                ? Optional.of(pages.getFirst().path("id").asText())
                : Optional.of(own).filter(page -> !page.isEmpty());
    }

    /// The page that holds the database of `source`; empty if none does.
    private static String parent(JsonNode source) {
        return source.at("/database_parent/page_id").asText();
    }

    /// The data source of playlists below a page. One that an init that was killed has left is taken.
    private String playlists(String page) {
        Optional<JsonNode> left = shared.all("data_source").stream()
                .filter(source ->
                        parent(source).equals(page) && Shared.title(source).equals(PLAYLISTS))
                .findFirst();
        ObjectNode properties = NotionApi.JSON.createObjectNode();
        properties.putObject("Name").putObject("title");
        return left.map(source -> source.path("id").asText())
                .orElseGet(() -> database(page, PLAYLISTS, properties)
                        .at("/data_sources/0/id")
                        .asText());
    }

    /// How the person calls its property.
    private String name(Column column) {
        return chosen.getOrDefault(column.key(), column.name());
    }

    private static void relate(ObjectNode properties, String name, String playlists) {
        ObjectNode relation = properties.putObject(name).putObject("relation");
        relation.put("data_source_id", playlists).put("type", "single_property").putObject("single_property");
    }

    private JsonNode database(String page, String title, ObjectNode properties) {
        ObjectNode body = NotionApi.JSON.createObjectNode();
        body.putObject("parent").put("type", "page_id").put("page_id", page);
        body.set("title", Text.pieces(title));
        body.putObject("initial_data_source").set("properties", properties);
        return api.post("/databases", body).body();
    }
}
