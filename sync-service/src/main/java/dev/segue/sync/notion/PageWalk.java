package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads all pages of a data source, the oldest first, a hundred a call. For one thread.
///
/// A query ends after 10,000 results, and only a word beside them says so. The next one begins with the minute in which
/// the last page was made, since times are no finer, and leaves out what was read already.
final class PageWalk {

    private static final int PAGE = 100;

    private final NotionApi api;
    private final String source;
    private final Set<String> read = new HashSet<>();
    private ObjectNode body = NotionApi.JSON.createObjectNode();
    private String last = "";
    private String from = "";
    private boolean more = true;

    PageWalk(NotionApi api, String source) {
        this.api = api;
        this.source = source;
        begin();
    }

    private void begin() {
        body = NotionApi.JSON.createObjectNode().put("page_size", PAGE);
        body.putArray("sorts").addObject().put("timestamp", "created_time").put("direction", "ascending");
        if (!last.isEmpty()) {
            body.putObject("filter")
                    .put("timestamp", "created_time")
                    .putObject("created_time")
                    .put("on_or_after", last);
        }
        from = last;
    }

    /// The next pages; none at the end. After a failure the same call is made again.
    ///
    /// @throws dev.segue.sync.CatalogueUnavailable if it cannot be asked now
    List<JsonNode> next() {
        var pages = new ArrayList<JsonNode>();
        while (more && pages.isEmpty()) {
            JsonNode list = api.post("/data_sources/" + source + "/query", body).body();
            for (JsonNode page : list.path("results")) {
                last = page.path("created_time").asText(last);
                if (read.add(page.path("id").asText())) {
                    pages.add(page);
                }
            }
            goOn(list);
        }
        return pages;
    }

    private void goOn(JsonNode list) {
        if (list.path("has_more").asBoolean()) {
            body.put("start_cursor", list.path("next_cursor").asText());
        } else if (list.at("/request_status/type").asText().equals("incomplete") && !last.equals(from)) {
            begin();
        } else {
            more = false;
        }
    }
}
