package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Search by title. Guarded by the lock of [Notion].
final class Searches {

    private final Workspace workspace;
    private final Databases databases;

    Searches(Workspace workspace, Databases databases) {
        this.workspace = workspace;
        this.databases = databases;
    }

    Answer search(Call call) {
        JsonNode body = call.json();
        String words = body.path("query").asText("").toLowerCase(Locale.ROOT);
        String kind = body.path("filter").path("value").asText("");
        if (!List.of("", "page", "data_source").contains(kind)) {
            throw Problem.badBody(
                    "filter.value should be `\"page\"` or `\"data_source\"`, instead was `\"" + kind + "\"`.");
        }
        boolean trash = body.path("filter").path("in_trash").asBoolean(false);
        List<JsonNode> found = new ArrayList<>();
        if (!kind.equals("page")) {
            workspace
                    .sources()
                    .filter(source -> workspace.isThere(source) != trash)
                    .filter(source -> !workspace.now().isBefore(source.created().plus(workspace.queryLag)))
                    .filter(source -> source.name().toLowerCase(Locale.ROOT).contains(words))
                    .forEach(source -> found.add(databases.json(source, call)));
        }
        if (!kind.equals("data_source")) {
            workspace
                    .seenPages()
                    .filter(page -> page.trashed() == trash)
                    .filter(page -> title(page).toLowerCase(Locale.ROOT).contains(words))
                    .forEach(page -> found.add(shown(page, call)));
        }
        found.sort(order(body.path("sort")));
        return Answer.json(
                200, Paging.of(body).listed(found, one -> one.get("id").asText(), one -> one, "page_or_data_source"));
    }

    /// What was edited last comes first, if nothing else is asked for.
    private static Comparator<JsonNode> order(JsonNode sort) {
        String direction = sort.path("direction").asText("descending");
        boolean known = sort.isMissingNode()
                || sort.path("property").asText().equals("relevance")
                || sort.path("timestamp").asText().equals("last_edited_time");
        if (!known || !List.of("ascending", "descending").contains(direction)) {
            throw Problem.badBody("sort should be by `\"last_edited_time\"`, `\"ascending\"` or `\"descending\"`,"
                    + " instead was `" + sort + "`.");
        }
        Comparator<JsonNode> oldest =
                Comparator.comparing(one -> one.get("last_edited_time").asText());
        return direction.equals("descending") ? oldest.reversed() : oldest;
    }

    private JsonNode shown(Page page, Call call) {
        Optional<DataSource> source = page.row() ? Optional.of(workspace.source(page.parent())) : Optional.empty();
        return PageView.json(page, source, List.of(), Notion.version(call));
    }

    private static String title(Page page) {
        return RichText.plain(page.values().getOrDefault("title", Json.array()));
    }
}
