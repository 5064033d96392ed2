package dev.segue.testkit.eagle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// V2, which an older app answers with 404.
final class Newer {

    private static final int MOST = 1000;

    private final Items items;

    Newer(Items items) {
        this.items = items;
    }

    List<Endpoint> endpoints() {
        return List.of(
                endpoint("GET", "app/info", _ -> info()),
                endpoint("GET", "library/info", _ -> library()),
                endpoint("GET", "item/get", this::get),
                endpoint("GET", "item/countAll", _ -> Success.of(items.visible().size())),
                endpoint("POST", "item/add", this::add),
                endpoint("POST", "item/update", this::update),
                endpoint(
                        "GET",
                        "folder/get",
                        call -> Success.page(
                                call,
                                Success.folders(items.folders()).valueStream().toList())),
                endpoint("POST", "folder/create", this::folder),
                endpoint("POST", "folder/update", this::rename));
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
        return Success.of(Json.object()
                .put("name", name)
                .put("path", "/eagle/" + name + ".library")
                .set("folders", Success.folders(items.folders())));
    }

    /// Filters that are not known are passed over, so then all items come. Also for a single id, a list comes.
    private Answer get(Call call) {
        Stream<Item> all = call.parameter("id").isPresent()
                ? call.parameter("id").flatMap(items::of).stream()
                : items.visible().stream();
        return Success.page(
                call,
                all.filter(item -> is(call, "url", item.url()))
                        .filter(item -> is(call, "ext", item.ext()))
                        .filter(item -> is(call, "annotation", item.annotation()))
                        .filter(item -> hasAll(call, "tags", item.tags()))
                        .filter(item -> hasAll(call, "folders", item.folders()))
                        .map(Success::shown)
                        .toList());
    }

    private static boolean is(Call call, String filter, String value) {
        return call.parameter(filter).map(value::equals).orElse(true);
    }

    private static boolean hasAll(Call call, String filter, List<String> values) {
        return call.parameter(filter)
                .map(list -> values.containsAll(List.of(list.split(","))))
                .orElse(true);
    }

    /// One, or up to a thousand.
    private Answer add(Call call) {
        JsonNode wanted = call.json();
        if (!wanted.has("items")) {
            return one(wanted)
                    .map(item -> Success.of(Json.object().put("id", item.id())))
                    .orElseGet(() -> absent(wanted));
        }
        List<JsonNode> all = wanted.get("items").valueStream().toList();
        if (all.size() > MOST) {
            return Success.not("items: at most " + MOST);
        }
        ArrayNode ids = Json.array();
        all.forEach(each -> one(each).ifPresent(item -> ids.add(item.id())));
        return Success.of(Json.object().set("ids", ids));
    }

    private Optional<Item> one(JsonNode wanted) {
        return items.add(wanted, Items.texts(wanted.path("folders")));
    }

    private static Answer absent(JsonNode wanted) {
        return Success.not("File not found: " + wanted.path("path").asText());
    }

    private Answer update(Call call) {
        JsonNode said = call.json();
        return Success.found(items.change(said.path("id").asText(), Change.newer(said)));
    }

    private Answer folder(Call call) {
        return Success.of(
                Json.object().put("id", items.folder(call.json().path("name").asText())));
    }

    private Answer rename(Call call) {
        JsonNode said = call.json();
        String id = said.path("id").asText();
        return items.rename(id, said.path("name").asText())
                ? Success.of(Json.object().put("id", id))
                : Success.not("Folder not found");
    }
}
