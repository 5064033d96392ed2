package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads all pages of a data source, the oldest first, a hundred a call. For one thread.
///
/// A query ends after 10,000 results, and only a word beside them says so. The next one begins with the minute in which
/// the last page was made, since times are no finer, and leaves out what was read already. A minute with more pages
/// than
/// that, as an import makes them, is read in parts: the pages whose text has a `0` and those whose text has none, each
/// of them by the next sign if that is still too much.
final class PageWalk {

    /// Every data source has it.
    static final Schema.Property TITLE = new Schema.Property("title", "title");

    /// Notion does not tell capitals from others.
    private static final String SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz";

    private static final int PAGE = 100;

    private final NotionApi api;
    private final String source;
    private final Schema.Property text;
    private final Set<String> read = new HashSet<>();
    private final Deque<Window> open = new ArrayDeque<>();
    private ObjectNode body = NotionApi.JSON.createObjectNode();
    private String last = "";

    /// @param text tells pages of one minute apart
    PageWalk(NotionApi api, String source, Schema.Property text) {
        this.api = api;
        this.source = source;
        this.text = text;
        open.push(new Window("", "", ""));
        begin();
    }

    /// What one query is about.
    ///
    /// @param from   its pages were made in this minute or later; empty: at any time
    /// @param to     and before this one; empty: up to now
    /// @param traits for each of the first signs: `+` if the text has it, `-` if not
    private record Window(String from, String to, String traits) {}

    private void begin() {
        body = NotionApi.JSON.createObjectNode().put("page_size", PAGE);
        body.putArray("sorts").addObject().put("timestamp", "created_time").put("direction", "ascending");
        Window window = open.element();
        if (!window.from().isEmpty()) {
            ArrayNode all = body.putObject("filter").putArray("and");
            made(all, "on_or_after", window.from());
            if (!window.to().isEmpty()) {
                made(all, "before", window.to());
            }
            for (int at = 0; at < window.traits().length(); at++) {
                String word = window.traits().charAt(at) == '+' ? "contains" : "does_not_contain";
                all.addObject()
                        .put("property", text.id())
                        .putObject(text.type())
                        .put(word, SIGNS.substring(at, at + 1));
            }
        }
    }

    private static void made(ArrayNode all, String word, String minute) {
        all.addObject()
                .put("timestamp", "created_time")
                .putObject("created_time")
                .put(word, minute);
    }

    /// The next pages; none at the end. After a failure the same call is made again.
    ///
    /// @throws dev.segue.sync.CatalogueUnavailable if it cannot be asked now, or does not show everything
    List<JsonNode> next() {
        var pages = new ArrayList<JsonNode>();
        while (!open.isEmpty() && pages.isEmpty()) {
            JsonNode list = asked();
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

    /// A cursor may end, as when its page is put into the trash: then the window is read anew.
    private JsonNode asked() {
        String path = "/data_sources/" + source + "/query";
        Reply reply = api.post(path, body);
        if (reply instanceof Reply.Refused refused && refused.status() == 400 && body.has("start_cursor")) {
            begin();
            return api.post(path, body).body();
        }
        return reply.body();
    }

    private void goOn(JsonNode list) {
        if (list.path("has_more").asBoolean()) {
            body.put("start_cursor", list.path("next_cursor").asText());
            return;
        }
        boolean cut = list.at("/request_status/type").asText().equals("incomplete");
        List<Window> rest = cut ? rest(open.element()) : List.of();
        open.pop();
        rest.reversed().forEach(open::push);
        if (!open.isEmpty()) {
            begin();
        }
    }

    /// What shows the pages of `cut` that it has not shown.
    private List<Window> rest(Window cut) {
        if (cut.to().isEmpty() && !last.equals(cut.from())) {
            return List.of(new Window(last, "", ""));
        }
        if (cut.traits().length() == SIGNS.length()) {
            throw new Refusal("Notion does not show all pages made at " + cut.from()
                    + ": there are too many of the same id or without one; move some of them to another database");
        }
        String minute = cut.from();
        String next = Instant.parse(minute).plus(1, ChronoUnit.MINUTES).toString();
        var with = new Window(minute, next, cut.traits() + '+');
        var without = new Window(minute, next, cut.traits() + '-');
        return cut.to().isEmpty() ? List.of(with, without, new Window(next, "", "")) : List.of(with, without);
    }
}
