package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.sync.CatalogueUnavailable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What in the workspace the integration may see.
final class Shared {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final int NAMED = 10;

    private final NotionApi api;

    Shared(NotionApi api) {
        this.api = api;
    }

    /// The id in `text`, which is one, or a link to a page or a database.
    ///
    /// @throws CatalogueUnavailable if there is none
    static String id(String text) {
        Matcher found = ID.matcher(text.replaceFirst("[?#].*", ""));
        String last = "";
        while (found.find()) {
            last = found.group();
        }
        if (last.isEmpty()) {
            throw new CatalogueUnavailable("no id of Notion in \"" + text
                    + "\": 32 digits and letters a to f, as at the end of a page's link (••• > Copy link)");
        }
        return last;
    }

    /// Everything of a kind, `page` or `data_source`, except in the trash.
    List<JsonNode> all(String kind) {
        ObjectNode body = NotionApi.JSON.createObjectNode();
        body.putObject("filter").put("property", "object").put("value", kind);
        body.put("page_size", 100);
        List<JsonNode> found = new ArrayList<>();
        boolean more = true;
        while (more) {
            JsonNode list = api.post("/search", body).body();
            list.path("results").valueStream().filter(one -> !isTrashed(one)).forEach(found::add);
            more = list.path("has_more").asBoolean();
            body.put("start_cursor", list.path("next_cursor").asText());
        }
        return found;
    }

    static boolean isTrashed(JsonNode one) {
        return one.path("in_trash").asBoolean() || one.path("archived").asBoolean();
    }

    /// Pages that are no rows of a database, and not below another that is shared.
    List<JsonNode> topPages() {
        List<JsonNode> pages = all("page").stream()
                .filter(page -> !page.path("parent").has("data_source_id")
                        && !page.path("parent").has("database_id"))
                .toList();
        Set<String> ids =
                pages.stream().map(page -> page.path("id").asText()).collect(Collectors.toCollection(HashSet::new));
        return pages.stream()
                .filter(page -> !ids.contains(page.at("/parent/page_id").asText()))
                .toList();
    }

    /// The data source `id`, or the only one of the database `id`; empty if there is neither.
    ///
    /// @throws CatalogueUnavailable if the database has several
    Optional<JsonNode> source(String id) {
        Optional<JsonNode> source = found("/data_sources/" + id);
        return source.isPresent() ? source : found("/databases/" + id).map(this::onlyOne);
    }

    Optional<JsonNode> page(String id) {
        return found("/pages/" + id);
    }

    private Optional<JsonNode> found(String path) {
        Reply reply = api.get(path);
        boolean none = reply instanceof Reply.Refused refused && (refused.status() == 404 || refused.status() == 400);
        return none ? Optional.empty() : Optional.of(reply.body());
    }

    private JsonNode onlyOne(JsonNode database) {
        JsonNode sources = database.path("data_sources");
        if (sources.size() != 1) {
            throw new Refusal("the Notion database has " + sources.size()
                    + " data sources; set segue.notion.data-source to one of "
                    + names(sources.valueStream().toList()));
        }
        return api.get("/data_sources/" + sources.path(0).path("id").asText()).body();
    }

    /// Some of them by name and id, for people.
    static String names(List<JsonNode> some) {
        String names = some.stream()
                .limit(NAMED)
                .map(one -> title(one) + " (" + one.path("id").asText() + ')')
                .collect(Collectors.joining(", "));
        return some.size() > NAMED ? names + ", …" : names;
    }

    /// The title of a page, a database or a data source.
    static String title(JsonNode one) {
        if (one.path("name").isTextual()) {
            return one.path("name").asText();
        }
        JsonNode title = one.path("properties")
                .valueStream()
                .filter(property -> property.path("type").asText().equals("title"))
                .map(property -> property.path("title"))
                .filter(JsonNode::isArray)
                .findFirst()
                .orElse(one.path("title"));
        String text = Text.plain(title);
        return text.isBlank() ? "Untitled" : text;
    }
}
