package dev.segue.processing.eagle;

import static dev.segue.processing.eagle.Exchange.coded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.fact.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The app's local API, V2 or V1. Thread-safe. Source: api.eagle.cool and developer.eagle.cool/web-api.
final class App {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Exchange exchange;
    private final Optional<String> library;

    /// @param library that has to be open
    App(URI base, Optional<String> token, Optional<String> library) {
        this(base, token, library, PATIENCE);
    }

    /// @param patience with each answer
    App(URI base, Optional<String> token, Optional<String> library, Duration patience) {
        this.exchange = new Exchange(base, token, patience);
        this.library = library;
    }

    /// An app that is open, with the right library.
    ///
    /// @param newer whether it knows V2
    record Open(boolean newer) {}

    Open open() throws EagleAway, EagleRefused {
        var open = new Open(exchange.knows("/api/v2/app/info"));
        confirmed(open);
        return open;
    }

    /// Whether the right library is still open: the person may open another at any time.
    ///
    /// @throws EagleAway if it is not
    void confirm(Open open) throws EagleAway, EagleRefused {
        if (library.isPresent()) {
            confirmed(open);
        }
    }

    private void confirmed(Open open) throws EagleAway, EagleRefused {
        JsonNode info = exchange.get(open.newer() ? "/api/v2/library/info" : "/api/library/info");
        String name = info.path("name").asText(info.path("library").path("name").asText());
        if (library.isPresent() && !library.get().equals(name)) {
            throw new EagleAway("the library \"%s\" is open, not \"%s\"".formatted(name, library.get()));
        }
    }

    /// The item, if it is there. Eagle passes over filters it does not know, so what comes is looked at.
    Optional<Found> find(Open open, NewItem wanted) throws EagleAway, EagleRefused {
        if (!open.newer()) {
            Optional<Found> byMark = listed(wanted, wanted.mark());
            return byMark.isPresent() ? byMark : listed(wanted, wanted.website());
        }
        Optional<Found> byLink = among(
                exchange.get("/api/v2/item/get?url=" + coded(wanted.website())).path("data"), wanted);
        return byLink.isPresent()
                ? byLink
                : among(
                        exchange.get("/api/v2/item/get?id=" + coded(wanted.id()))
                                .path("data"),
                        wanted);
    }

    private Optional<Found> listed(NewItem wanted, String keyword) throws EagleAway, EagleRefused {
        return among(exchange.get("/api/item/list?limit=200&orderBy=-CREATEDATE&keyword=" + coded(keyword)), wanted);
    }

    private static Optional<Found> among(JsonNode items, NewItem wanted) {
        return items.valueStream()
                .filter(item -> item.path("url").asText().equals(wanted.website())
                        || item.path("annotation").asText().equals(wanted.mark())
                        || item.path("id").asText().equals(wanted.id()))
                .map(Found::of)
                .findFirst();
    }

    /// The item of this id; empty if the person has taken it out of the library.
    Optional<Found> look(Open open, String id) throws EagleAway, EagleRefused {
        JsonNode shown = open.newer()
                ? exchange.get("/api/v2/item/get?id=" + coded(id)).path("data")
                : Wire.json().createArrayNode().add(exchange.get("/api/item/info?id=" + coded(id)));
        return shown.valueStream()
                .map(Found::of)
                .filter(item -> item.id().equals(id) && !item.trashed())
                .findFirst();
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
        body.set("tags", Wire.json().valueToTree(wanted.labels().tags()));
        List<String> folders = ids(open, wanted.labels().folders());
        if (open.newer()) {
            body.put("id", wanted.id());
            body.set("folders", Wire.json().valueToTree(folders));
        } else if (!folders.isEmpty()) {
            body.put("folderId", folders.getFirst()); // V1 takes one
        }
        JsonNode data = exchange.post(open.newer() ? "/api/v2/item/add" : "/api/item/addFromPath", body);
        return Optional.of(data.path("id").asText("")).filter(id -> !id.isEmpty());
    }

    private List<String> ids(Open open, List<String> names) throws EagleAway, EagleRefused {
        return names.isEmpty()
                ? List.of()
                : EagleFolders.read(exchange, open.newer()).all(names);
    }

    /// Puts `now` in the place of `before` among the labels of an item: Eagle replaces lists, so what the person has
    /// put
    /// there is said again. V1 cannot change folders.
    void label(Open open, Found item, Labels before, Labels now) throws EagleAway, EagleRefused {
        ObjectNode body = Wire.json().createObjectNode().put("id", item.id());
        List<String> tags = Labels.changed(item.tags(), before.tags(), now.tags());
        if (!tags.equals(item.tags())) {
            body.set("tags", Wire.json().valueToTree(tags));
        }
        if (open.newer() && !before.folders().equals(now.folders())) {
            List<String> folders = folders(item, before, now);
            if (!folders.equals(item.folders())) {
                body.set("folders", Wire.json().valueToTree(folders));
            }
        }
        if (body.size() > 1) {
            exchange.post(open.newer() ? "/api/v2/item/update" : "/api/item/update", body);
        }
    }

    private List<String> folders(Found item, Labels before, Labels now) throws EagleAway, EagleRefused {
        EagleFolders there = EagleFolders.read(exchange, true);
        var left = new ArrayList<String>();
        for (String name : before.folders()) {
            there.known(name).ifPresent(left::add);
        }
        return Labels.changed(item.folders(), left, there.all(now.folders()));
    }
}
