package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.sync.CatalogueUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the database of tracks and that of playlists, or adds the properties that one lacks.
final class NotionInit {

    private final NotionApi api;

    NotionInit(NotionApi api) {
        this.api = api;
    }

    /// The one page that is shared with the integration.
    ///
    /// @throws CatalogueUnavailable if there is none, or more than one
    String onlyPage() {
        ObjectNode body = NotionApi.JSON.createObjectNode();
        body.putObject("filter").put("property", "object").put("value", "page");
        List<JsonNode> pages = new ArrayList<>();
        api.post("/search", body).body().path("results").forEach(page -> {
            if (!page.path("parent").has("data_source_id")
                    && !page.path("parent").has("database_id")) {
                pages.add(page);
            }
        });
        if (pages.size() != 1) {
            throw new CatalogueUnavailable(
                    pages.isEmpty()
                            ? "no page is shared with the integration: open one in Notion, then ••• > Connections"
                            : pages.size() + " pages are shared with the integration: name one by its id");
        }
        return pages.getFirst().path("id").asText();
    }

    /// Makes both databases below a page.
    ///
    /// @return the id of the data source of tracks
    String create(String page) {
        ObjectNode tracks = NotionApi.JSON.createObjectNode();
        Column.all().stream()
                .filter(column -> !column.equals(Column.PLAYLISTS))
                .forEach(column -> tracks.putObject(column.name()).putObject(column.type()));
        relate(tracks, playlists(page));
        return database(page, "Tracks", tracks);
    }

    /// Adds what the data source lacks; what is there stays as it is.
    ///
    /// @return the names of what was added
    List<String> complete(String source, Map<String, String> chosen, Map<String, String> remembered) {
        JsonNode found = api.get("/data_sources/" + source).body();
        Schema schema = Schema.of(found, chosen, remembered);
        ObjectNode lacking = NotionApi.JSON.createObjectNode();
        for (Column column : Column.all()) {
            if (schema.column(column).isEmpty()) {
                if (column.equals(Column.PLAYLISTS)) {
                    relate(lacking, playlists(pageOf(found)));
                } else {
                    lacking.putObject(column.name()).putObject(column.type());
                }
            }
        }
        ObjectNode body = NotionApi.JSON.createObjectNode();
        body.set("properties", lacking);
        if (!lacking.isEmpty()) {
            var _ = api.patch("/data_sources/" + source, body).body();
        }
        return lacking.propertyStream().map(Map.Entry::getKey).toList();
    }

    private String pageOf(JsonNode source) {
        String database = source.at("/parent/database_id").asText();
        return api.get("/databases/" + database).body().at("/parent/page_id").asText();
    }

    private String playlists(String page) {
        ObjectNode properties = NotionApi.JSON.createObjectNode();
        properties.putObject("Name").putObject("title");
        return database(page, "Playlists", properties);
    }

    private static void relate(ObjectNode properties, String playlists) {
        ObjectNode relation = properties.putObject(Column.PLAYLISTS.name()).putObject("relation");
        relation.put("data_source_id", playlists).put("type", "single_property").putObject("single_property");
    }

    private String database(String page, String title, ObjectNode properties) {
        ObjectNode body = NotionApi.JSON.createObjectNode();
        body.putObject("parent").put("type", "page_id").put("page_id", page);
        body.set("title", Text.pieces(title));
        body.putObject("initial_data_source").set("properties", properties);
        return api.post("/databases", body).body().at("/data_sources/0/id").asText();
    }
}
