package dev.segue.processing.eagle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.fact.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// The app's local API. Thread-safe.
///
/// 200 does not mean success: `status` in the body does. Source: api.eagle.cool and developer.eagle.cool/web-api.
final class App {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int PAGE = 1000;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String base;
    private final Optional<String> token;
    private final Optional<String> library;

    /// @param library that has to be open
    App(URI base, Optional<String> token, Optional<String> library) {
        this.base = base.toString().replaceFirst("/+$", "");
        this.token = token;
        this.library = library;
    }

    /// An app that is open, with the right library.
    ///
    /// @param newer whether it knows V2
    record Open(boolean newer) {}

    Open open() throws EagleAway, EagleRefused {
        boolean newer = send(get("/api/v2/app/info")).statusCode() == 200;
        JsonNode info = data(send(get(newer ? "/api/v2/library/info" : "/api/library/info")));
        String name = info.path("name").asText(info.path("library").path("name").asText());
        if (library.isPresent() && !library.get().equals(name)) {
            throw new EagleAway("the library \"%s\" is open, not \"%s\"".formatted(name, library.get()));
        }
        return new Open(newer);
    }

    /// The item's id, if it is there. Eagle passes over filters it does not know, so what comes is looked at.
    Optional<String> find(Open open, NewItem wanted) throws EagleAway, EagleRefused {
        if (!open.newer()) {
            return among(
                    data(send(get("/api/item/list?limit=200&orderBy=-CREATEDATE&keyword=" + coded(wanted.mark())))),
                    wanted);
        }
        Optional<String> byLink = among(
                data(send(get("/api/v2/item/get?url=" + coded(wanted.website()))))
                        .path("data"),
                wanted);
        return byLink.isPresent()
                ? byLink
                : among(
                        data(send(get("/api/v2/item/get?id=" + coded(wanted.id()))))
                                .path("data"),
                        wanted);
    }

    /// Adds it.
    ///
    /// @return its id, where the answer says it
    Optional<String> add(Open open, NewItem wanted) throws EagleAway, EagleRefused {
        ObjectNode body = Wire.json()
                .createObjectNode()
                .put("path", wanted.path())
                .put("name", wanted.name())
                .put("website", wanted.website())
                .put("annotation", wanted.mark());
        body.set("tags", Wire.json().valueToTree(wanted.tags()));
        List<String> folders = folders(open, wanted.folders());
        if (open.newer()) {
            body.put("id", wanted.id());
            body.set("folders", Wire.json().valueToTree(folders));
        } else if (!folders.isEmpty()) {
            body.put("folderId", folders.getFirst()); // V1 takes one
        }
        JsonNode data = data(send(post(open.newer() ? "/api/v2/item/add" : "/api/item/addFromPath", body)));
        return Optional.of(data.path("id").asText("")).filter(id -> !id.isEmpty());
    }

    /// The ids of folders of these names. What is missing is made: Eagle itself makes a second one of a name that is
    /// there.
    private List<String> folders(Open open, List<String> names) throws EagleAway, EagleRefused {
        if (names.isEmpty()) {
            return List.of();
        }
        var there = new HashMap<String, String>();
        for (int at = 0, found = PAGE; found == PAGE; at += PAGE) {
            JsonNode data = data(send(get(
                    open.newer() ? "/api/v2/folder/get?limit=%d&offset=%d".formatted(PAGE, at) : "/api/folder/list")));
            JsonNode page = open.newer() ? data.path("data") : data;
            gather(page, there);
            found = open.newer() ? page.size() : 0;
        }
        var ids = new ArrayList<String>();
        for (String name : names) {
            String id = there.get(name);
            ids.add(id == null ? made(open, name) : id);
        }
        return ids;
    }

    private static void gather(JsonNode folders, Map<String, String> there) {
        for (JsonNode folder : folders) {
            there.putIfAbsent(folder.path("name").asText(), folder.path("id").asText());
            gather(folder.path("children"), there);
        }
    }

    private String made(Open open, String name) throws EagleAway, EagleRefused {
        ObjectNode body = Wire.json().createObjectNode().put(open.newer() ? "name" : "folderName", name);
        return data(send(post(open.newer() ? "/api/v2/folder/create" : "/api/folder/create", body)))
                .path("id")
                .asText();
    }

    private static Optional<String> among(JsonNode items, NewItem wanted) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("url").asText().equals(wanted.website())
                        || item.path("annotation").asText().equals(wanted.mark())
                        || item.path("id").asText().equals(wanted.id()))
                .map(item -> item.path("id").asText())
                .findFirst();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private HttpRequest get(String path) {
        return request(path).build();
    }

    private HttpRequest post(String path, ObjectNode body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws EagleAway {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            throw new EagleAway("Eagle does not answer at " + base + ": " + away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EagleAway("stopped");
        }
    }

    private static JsonNode data(HttpResponse<String> answer) throws EagleRefused {
        try {
            JsonNode body = Wire.json().readTree(answer.body());
            if (answer.statusCode() == 200
                    && "success".equals(body.path("status").asText())) {
                return body.path("data");
            }
            throw new EagleRefused("Eagle says %d %s"
                    .formatted(answer.statusCode(), body.path("message").asText()));
        } catch (IOException garbage) {
            throw new EagleRefused("Eagle's answer cannot be read: " + answer.statusCode());
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
