package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.sync.CatalogueUnavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The pages of playlists, by title. They are read once, when the first is wanted. Not thread-safe.
final class Playlists {

    private final NotionApi api;
    private final Doubt doubt;
    private final Map<String, String> pages = new HashMap<>();
    private boolean read;

    Playlists(NotionApi api, Doubt doubt) {
        this.api = api;
        this.doubt = doubt;
    }

    /// The pages of `names`; those that are lacking are made.
    ///
    /// @throws CatalogueUnavailable if that cannot be done now
    List<String> pages(String source, List<String> names) {
        if (!read) {
            var walk = new PageWalk(api, source, PageWalk.TITLE);
            for (List<JsonNode> some = walk.next(); !some.isEmpty(); some = walk.next()) {
                some.forEach(page ->
                        pages.putIfAbsent(Shared.title(page), page.path("id").asText()));
            }
            read = true;
        }
        return names.stream().map(name -> page(source, name)).toList();
    }

    /// Somebody has changed them: they are read again.
    void forget() {
        pages.clear();
        read = false;
    }

    private String page(String source, String name) {
        String known = pages.get(name);
        if (known != null) {
            return known;
        }
        String doubtful = "the playlist " + name;
        check(doubtful);
        doubt.begin(doubtful);
        ObjectNode body = NotionApi.JSON.createObjectNode();
        body.putObject("parent").put("type", "data_source_id").put("data_source_id", source);
        body.putObject("properties").putObject("title").set("title", Text.pieces(name));
        Reply reply = api.post("/pages", body);
        return switch (reply) {
            case Reply.Done done -> {
                String made = done.body().path("id").asText();
                pages.put(name, made);
                doubt.over(doubtful);
                yield made;
            }
            case Reply.Lost lost -> {
                forget();
                if (lost.over()) {
                    doubt.over(doubtful);
                }
                throw new CatalogueUnavailable("Notion: " + lost.why(), doubt.settling());
            }
            case Reply.Busy _, Reply.Refused _ -> {
                doubt.drop(doubtful);
                yield reply.body().asText();
            }
        };
    }

    /// What is waited for is looked for again: the list that was read lacks it.
    private void check(String doubtful) {
        try {
            doubt.check(doubtful);
        } catch (CatalogueUnavailable wait) {
            forget();
            throw wait;
        }
    }
}
