package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a person does in Notion's own window. Takes the lock of [Notion].
final class Controls {

    private final Workspace workspace;

    Controls(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Endpoint> endpoints() {
        return List.of(
                control("DELETE", "/__control/pages/{id}", call -> trash(call, true)),
                control("POST", "/__control/pages/{id}/restore", call -> trash(call, false)),
                control("POST", "/__control/share/{id}", call -> share(call, true)),
                control("DELETE", "/__control/share/{id}", call -> share(call, false)),
                control("POST", "/__control/databases/{database}/top", this::moveToTop),
                control("GET", "/__control/pages/{source}", this::rows));
    }

    private Endpoint control(String method, String template, Function<Call, Answer> handler) {
        return Endpoint.of(method, template, call -> {
            try {
                synchronized (workspace) {
                    return handler.apply(call);
                }
            } catch (Problem problem) {
                throw new IllegalArgumentException(problem.told(), problem);
            }
        });
    }

    private Answer trash(Call call, boolean trashed) {
        Page page = workspace.page(call.place("id"));
        workspace.keep(page.trashed(trashed, true, workspace.now()));
        return Answer.done();
    }

    private Answer share(Call call, boolean shared) {
        workspace.share(Workspace.dashed(call.place("id"), "database"), shared);
        return Answer.done();
    }

    /// Out of its page, to the top of the workspace, where no integration can make one.
    private Answer moveToTop(Call call) {
        Database database = workspace.database(call.place("database"));
        workspace.keep(database.atTop(workspace.now()));
        return Answer.done();
    }

    /// All rows of a data source at once, as they are now, those in the trash, too.
    private Answer rows(Call call) {
        DataSource source = workspace.source(call.place("source"));
        var all = Json.array();
        workspace
                .pages()
                .filter(page -> page.row() && page.parent().equals(source.id()))
                .forEach(page -> all.add(PageView.json(page, Optional.of(source), List.of(), Trash.ONLY_IN_TRASH)));
        return Answer.json(200, all);
    }

    ObjectNode state() {
        ObjectNode state = Json.object().put("home", Workspace.HOME);
        state.put("pages", workspace.pages().filter(Page::row).count());
        var sources = state.putArray("dataSources");
        workspace.sources().forEach(source -> {
            ObjectNode one = sources.addObject();
            one.put("id", source.id()).put("database", source.database()).put("name", source.name());
            one.put("pages", rows(source, false)).put("trashed", rows(source, true));
            JsonNode properties = source.schema();
            one.set("properties", properties);
        });
        return state;
    }

    private long rows(DataSource source, boolean trashed) {
        return workspace
                .pages()
                .filter(page -> page.row() && page.parent().equals(source.id()) && page.trashed() == trashed)
                .count();
    }
}
