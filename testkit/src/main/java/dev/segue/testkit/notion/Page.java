package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// A page as it was at one moment. Immutable; the trees in it are never changed, only replaced.
///
/// @param parent a data source's id, or a page's
/// @param row    whether its parent is a data source
/// @param values by property id: what stands under the type's name
/// @param look   icon and cover
/// @param person whether a person edited it last, not the integration
record Page(
        String id,
        String parent,
        boolean row,
        Map<String, JsonNode> values,
        Look look,
        boolean trashed,
        boolean person,
        Instant created,
        Instant edited) {

    Page {
        values = Map.copyOf(values);
    }

    Page with(Map<String, JsonNode> changed, Instant now) {
        var all = new LinkedHashMap<>(values);
        all.putAll(changed);
        return new Page(id, parent, row, all, look, trashed, false, created, now);
    }

    /// The same with other values, as if it had always had them.
    Page holding(Map<String, JsonNode> others) {
        return new Page(id, parent, row, others, look, trashed, person, created, edited);
    }

    Page looking(Look newLook, Instant now) {
        return new Page(id, parent, row, values, newLook, trashed, false, created, now);
    }

    Page trashed(boolean inTrash, boolean byPerson, Instant now) {
        return new Page(id, parent, row, values, look, inTrash, byPerson, created, now);
    }
}
