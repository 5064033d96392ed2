package dev.segue.processing.eagle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.fact.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The folders of the open library, read once, by name: the first of a name counts, wherever it is. Used for one item.
final class EagleFolders {

    private static final int PAGE = 1000;

    private final Exchange exchange;
    private final boolean newer;
    private final Map<String, String> ids = new HashMap<>();

    private EagleFolders(Exchange exchange, boolean newer) {
        this.exchange = exchange;
        this.newer = newer;
    }

    /// @param newer whether the app knows V2
    static EagleFolders read(Exchange exchange, boolean newer) throws EagleAway, EagleRefused {
        var folders = new EagleFolders(exchange, newer);
        if (!newer) {
            folders.gather(exchange.get("/api/folder/list"));
            return folders;
        }
        int found = PAGE;
        for (int at = 0; found == PAGE; at += PAGE) {
            JsonNode page = exchange.get("/api/v2/folder/get?limit=%d&offset=%d".formatted(PAGE, at))
                    .path("data");
            folders.gather(page);
            found = page.size();
        }
        return folders;
    }

    private void gather(JsonNode folders) {
        for (JsonNode folder : folders) {
            ids.putIfAbsent(folder.path("name").asText(), folder.path("id").asText());
            gather(folder.path("children"));
        }
    }

    /// The id of the folder of this name, if there is one.
    Optional<String> known(String name) {
        return Optional.ofNullable(ids.get(name));
    }

    /// The ids of folders of these names. What is missing is made: Eagle itself makes a second one of a name that is
    /// there.
    List<String> all(List<String> names) throws EagleAway, EagleRefused {
        var all = new ArrayList<String>();
        for (String name : names) {
            Optional<String> there = known(name);
            all.add(there.isPresent() ? there.get() : made(name));
        }
        return all;
    }

    private String made(String name) throws EagleAway, EagleRefused {
        ObjectNode body = Wire.json().createObjectNode().put(newer ? "name" : "folderName", name);
        String id = exchange.post(newer ? "/api/v2/folder/create" : "/api/folder/create", body)
                .path("id")
                .asText();
        ids.put(name, id);
        return id;
    }
}
