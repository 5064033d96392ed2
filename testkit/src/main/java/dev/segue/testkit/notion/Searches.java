package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Json;
import java.util.ArrayList;
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
        List<JsonNode> found = new ArrayList<>();
        if (!kind.equals("page")) {
            workspace
                    .sources()
                    .filter(source -> source.name().toLowerCase(Locale.ROOT).contains(words))
                    .forEach(source -> found.add(databases.json(source, call)));
        }
        if (!kind.equals("data_source")) {
            workspace
                    .pages()
                    .filter(page -> !page.trashed())
                    .filter(page -> title(page).toLowerCase(Locale.ROOT).contains(words))
                    .forEach(page -> found.add(shown(page, call)));
        }
        return Answer.json(
                200, Paging.of(body).listed(found, one -> one.get("id").asText(), one -> one, "page_or_data_source"));
    }

    private JsonNode shown(Page page, Call call) {
        Optional<DataSource> source = page.row() ? Optional.of(workspace.source(page.parent())) : Optional.empty();
        return PageView.json(page, source, List.of(), Notion.version(call));
    }

    private static String title(Page page) {
        return RichText.plain(page.values().getOrDefault("title", Json.array()));
    }
}
