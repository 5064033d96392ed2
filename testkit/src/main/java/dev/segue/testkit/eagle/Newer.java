package dev.segue.testkit.eagle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Refusal;
import java.util.List;
import java.util.function.Function;

/// V2, which an older app answers with 404.
final class Newer {

    private final Items items;

    Newer(Items items) {
        this.items = items;
    }

    List<Endpoint> endpoints() {
        return List.of(
                endpoint("GET", "app/info", _ -> info()),
                endpoint("GET", "library/info", _ -> library()),
                endpoint("GET", "item/get", this::get),
                endpoint("POST", "item/add", this::add),
                endpoint("GET", "folder/get", this::folders),
                endpoint("POST", "folder/create", this::folder));
    }

    private Endpoint endpoint(String method, String path, Function<Call, Answer> handler) {
        return Endpoint.of(method, "/api/v2/" + path, call -> {
            if (items.mode().version() < 2) {
                throw new Refusal(404, "Not Found");
            }
            return handler.apply(call);
        });
    }

    private static Answer info() {
        return Success.of(
                Json.object().put("version", "4.0.0").put("buildVersion", "21").put("platform", "linux"));
    }

    private Answer library() {
        String name = items.mode().library();
        return Success.of(Json.object().put("name", name).put("path", "/eagle/" + name + ".library"));
    }

    /// Filters that are not known are passed over, so then all items come.
    private Answer get(Call call) {
        List<Item> found = items.visible().stream()
                .filter(item -> call.parameter("id").map(item.id()::equals).orElse(true))
                .filter(item -> call.parameter("url").map(item.url()::equals).orElse(true))
                .toList();
        int offset = call.parameter("offset").map(Integer::parseInt).orElse(0);
        int limit = call.parameter("limit").map(Integer::parseInt).orElse(50);
        ObjectNode page =
                Json.object().put("total", found.size()).put("offset", offset).put("limit", limit);
        page.set("data", Success.shown(found.stream().skip(offset).limit(limit).toList()));
        return Success.of(page);
    }

    private Answer add(Call call) {
        JsonNode wanted = call.json();
        return items.add(wanted, Items.texts(wanted.path("folders")))
                .map(item -> Success.of(Json.object().put("id", item.id())))
                .orElseGet(() ->
                        Success.not("File not found: " + wanted.path("path").asText()));
    }

    private Answer folders(Call call) {
        int offset = call.parameter("offset").map(Integer::parseInt).orElse(0);
        int limit = call.parameter("limit").map(Integer::parseInt).orElse(50);
        ObjectNode page = Json.object()
                .put("total", items.folders().size())
                .put("offset", offset)
                .put("limit", limit);
        ArrayNode shown = Json.array();
        Success.folders(items.folders()).valueStream().skip(offset).limit(limit).forEach(shown::add);
        page.set("data", shown);
        return Success.of(page);
    }

    private Answer folder(Call call) {
        return Success.of(
                Json.object().put("id", items.folder(call.json().path("name").asText())));
    }
}
