package dev.segue.testkit.eagle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// V1: an item is added without an id in the answer, shows later, or never.
final class Older {

    private final Items items;

    Older(Items items) {
        this.items = items;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of("GET", "/api/application/info", _ -> info()),
                Endpoint.of("GET", "/api/library/info", _ -> library()),
                Endpoint.of("POST", "/api/library/switch", this::open),
                Endpoint.of("GET", "/api/item/list", this::list),
                Endpoint.of("GET", "/api/item/info", this::item),
                Endpoint.of("POST", "/api/item/addFromPath", this::add),
                Endpoint.of("POST", "/api/item/addFromPaths", this::addAll),
                Endpoint.of("POST", "/api/item/update", this::update),
                Endpoint.of("POST", "/api/item/moveToTrash", this::trash),
                Endpoint.of("GET", "/api/folder/list", _ -> Success.of(Success.folders(items.folders()))),
                Endpoint.of("POST", "/api/folder/create", this::folder),
                Endpoint.of("POST", "/api/folder/rename", this::rename));
    }

    private Answer info() {
        boolean older = items.mode().version() < 2;
        return Success.of(Json.object()
                .put("version", older ? "3.0.0" : "4.0.0")
                .put("buildVersion", older ? "20" : "21")
                .put("platform", "linux"));
    }

    private Answer library() {
        String name = items.mode().library();
        ObjectNode library = Json.object().put("name", name).put("path", "/eagle/" + name + ".library");
        return Success.of(Json.object().set("library", library));
    }

    /// The person, or a client, opens another library.
    private Answer open(Call call) {
        String path = call.json().path("libraryPath").asText();
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.library$", "");
        Items.Mode now = items.mode();
        items.mode(new Items.Mode(now.version(), name, now.delay(), now.token()));
        return Success.bare();
    }

    /// `offset` is the number of a page. The items' files are not told.
    private Answer list(Call call) {
        String keyword = call.parameter("keyword").orElse("");
        int limit = call.parameter("limit").map(Integer::parseInt).orElse(200);
        long page = call.parameter("offset").map(Long::parseLong).orElse(0L);
        Stream<Item> found = items.visible().stream()
                .filter(item -> says(item, keyword))
                .filter(item -> call.parameter("ext").map(item.ext()::equals).orElse(true))
                .sorted(order(call.parameter("orderBy").orElse("")));
        return Success.of(Success.shown(found.skip(page * limit).limit(limit).toList()));
    }

    private static boolean says(Item item, String keyword) {
        return Stream.concat(Stream.of(item.name(), item.annotation(), item.url()), item.tags().stream())
                .anyMatch(text -> text.contains(keyword));
    }

    private static Comparator<Item> order(String by) {
        Comparator<Item> order = switch (by.replaceFirst("^-", "")) {
            case "CREATEDATE" -> Comparator.comparing(Item::visibleAt);
            case "FILESIZE" -> Comparator.comparingLong(Item::size);
            case "NAME" -> Comparator.comparing(Item::name);
            default -> (_, _) -> 0;
        };
        return by.startsWith("-") ? order.reversed() : order;
    }

    private Answer item(Call call) {
        return Success.found(call.parameter("id").flatMap(items::of));
    }

    private Answer add(Call call) {
        JsonNode wanted = call.json();
        var _ = items.add(wanted, in(wanted));
        return Success.bare();
    }

    /// The folder stands beside the list, for all.
    private Answer addAll(Call call) {
        List<String> folder = in(call.json());
        call.json().path("items").forEach(wanted -> items.add(wanted, folder));
        return Success.bare();
    }

    private static List<String> in(JsonNode said) {
        return said.hasNonNull("folderId") ? List.of(said.get("folderId").asText()) : List.of();
    }

    private Answer update(Call call) {
        JsonNode said = call.json();
        return Success.found(items.change(said.path("id").asText(), Change.older(said)));
    }

    private Answer trash(Call call) {
        Items.texts(call.json().path("itemIds")).forEach(id -> items.change(id, Change.trash()));
        return Success.bare();
    }

    private Answer folder(Call call) {
        return Success.of(Json.object()
                .put("id", items.folder(call.json().path("folderName").asText())));
    }

    private Answer rename(Call call) {
        JsonNode said = call.json();
        String id = said.path("folderId").asText();
        return items.rename(id, said.path("newName").asText())
                ? Success.of(Json.object().put("id", id))
                : Success.not("Folder not found");
    }
}
