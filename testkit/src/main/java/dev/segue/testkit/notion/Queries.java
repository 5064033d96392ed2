package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// `POST /v1/data_sources/{data_source_id}/query`. Guarded by the lock of [Notion].
final class Queries {

    private static final int USUAL = 10_000;

    private final Workspace workspace;
    private int mostResults = USUAL;

    Queries(Workspace workspace) {
        this.workspace = workspace;
    }

    /// After how many results a query ends without a word in `has_more`.
    void limit(int newMost) {
        mostResults = newMost;
    }

    void reset() {
        mostResults = USUAL;
    }

    Answer query(Call call) {
        DataSource source = workspace.source(call.place("data_source_id"));
        JsonNode body = call.json();
        Predicate<Page> filter =
                body.hasNonNull("filter") ? Filters.of(body.get("filter"), source, workspace.now()) : _ -> true;
        boolean trash = Trash.asked(body, call, false);
        List<String> shown = call.parameters("filter_properties");
        shown.forEach(source::property);
        List<Page> found = workspace
                .seenRows(source.id())
                .filter(page -> page.trashed() == trash)
                .filter(filter)
                .sorted(Sorts.of(body.path("sorts"), source))
                .limit(mostResults + 1L)
                .toList();
        boolean cut = found.size() > mostResults;
        ObjectNode list = Paging.of(body)
                .listed(
                        cut ? found.subList(0, mostResults) : found,
                        Page::id,
                        page -> PageView.json(page, Optional.of(source), shown, Notion.version(call)),
                        "page_or_data_source");
        if (cut && !list.get("has_more").asBoolean()) {
            list.putObject("request_status")
                    .put("type", "incomplete")
                    .put("incomplete_reason", "query_result_limit_reached");
        }
        return Answer.json(200, list);
    }
}
