package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.TrackId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Finds pages of a data source.
final class PageQuery {

    private static final int PAGE = 100;
    private static final int MOST = 100;

    private PageQuery() {}

    /// The pages whose id property contains one of `ids`, the oldest first: one call for a hundred ids.
    ///
    /// @throws dev.segue.sync.CatalogueUnavailable if it cannot be asked now
    static List<JsonNode> find(NotionApi api, Schema schema, Collection<TrackId> ids) {
        Schema.Property column = schema.column(Column.ID).orElseThrow();
        var found = new ArrayList<JsonNode>();
        List<TrackId> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += MOST) {
            ObjectNode filter = NotionApi.JSON.createObjectNode();
            var any = filter.putArray("or");
            for (TrackId id : all.subList(from, Math.min(from + MOST, all.size()))) {
                any.addObject()
                        .put("property", column.id())
                        .putObject(column.type())
                        .put("contains", Rows.text(id));
            }
            ObjectNode body = NotionApi.JSON.createObjectNode();
            body.set("filter", filter);
            each(api, schema.dataSource(), body, found::add);
        }
        return found;
    }

    private static void each(NotionApi api, String source, ObjectNode body, Consumer<JsonNode> seen) {
        body.put("page_size", PAGE);
        body.putArray("sorts").addObject().put("timestamp", "created_time").put("direction", "ascending");
        boolean more = true;
        while (more) {
            JsonNode list = api.post("/data_sources/" + source + "/query", body).body();
            list.path("results").forEach(seen);
            more = list.path("has_more").asBoolean();
            body.put("start_cursor", list.path("next_cursor").asText());
        }
    }
}
