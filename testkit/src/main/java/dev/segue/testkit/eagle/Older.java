package dev.segue.testkit.eagle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
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
                Endpoint.of("GET", "/api/item/list", this::list),
                Endpoint.of("POST", "/api/item/addFromPath", this::add),
                Endpoint.of("GET", "/api/folder/list", _ -> Success.of(Success.folders(items.folders()))),
                Endpoint.of("POST", "/api/folder/create", this::folder));
    }

    private static Answer info() {
        return Success.of(
                Json.object().put("version", "3.0.0").put("buildVersion", "20").put("platform", "linux"));
    }

    private Answer library() {
        String name = items.mode().library();
        ObjectNode library = Json.object().put("name", name).put("path", "/eagle/" + name + ".library");
        return Success.of(Json.object().set("library", library));
    }

    /// `offset` is the number of a page.
    private Answer list(Call call) {
        String keyword = call.parameter("keyword").orElse("");
        int limit = call.parameter("limit").map(Integer::parseInt).orElse(200);
        long page = call.parameter("offset").map(Long::parseLong).orElse(0L);
        return Success.of(Success.shown(items.visible().stream()
                .filter(item -> says(item, keyword))
                .skip(page * limit)
                .limit(limit)
                .toList()));
    }

    private static boolean says(Item item, String keyword) {
        return Stream.concat(Stream.of(item.name(), item.annotation(), item.url()), item.tags().stream())
                .anyMatch(text -> text.contains(keyword));
    }

    private Answer add(Call call) {
        JsonNode wanted = call.json();
        var in = wanted.hasNonNull("folderId") ? List.of(wanted.get("folderId").asText()) : List.<String>of();
        var _ = items.add(wanted, in);
        return Success.bare();
    }

    private Answer folder(Call call) {
        return Success.of(Json.object()
                .put("id", items.folder(call.json().path("folderName").asText())));
    }
}
