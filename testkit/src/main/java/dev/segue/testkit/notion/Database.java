package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Json;
import java.time.Instant;

/// What holds data sources, as it is now. Immutable.
///
/// @param parent the id of a page
/// @param about  its description, rich text
/// @param inline whether it shows in its page, rather than as a page of its own
record Database(
        String id,
        String parent,
        JsonNode title,
        JsonNode about,
        Look look,
        boolean inline,
        boolean trashed,
        Instant created,
        Instant edited) {

    Database atTop(Instant now) {
        return new Database(id, "", title, about, look, inline, trashed, created, now);
    }

    /// Where it is, as answers say it.
    ObjectNode place() {
        return parent.isEmpty()
                ? Json.object().put("type", "workspace").put("workspace", true)
                : Json.object().put("type", "page_id").put("page_id", parent);
    }
}
