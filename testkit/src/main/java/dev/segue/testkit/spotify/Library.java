package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Refusal;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The person's profile and liked songs. Thread-safe.
final class Library {

    private static final String READ = "user-library-read";
    private static final String MODIFY = "user-library-modify";
    private static final String TRACK = "spotify:track:";
    private static final int USUAL = 20;
    private static final int MOST = 50;
    private static final int MOST_URIS = 40;

    private final Holdings holdings;
    private final Caller caller;
    private final InstantSource clock;
    private final Shop shop;

    Library(Holdings holdings, Caller caller, InstantSource clock) {
        this.holdings = holdings;
        this.caller = caller;
        this.clock = clock;
        this.shop = new Shop(holdings);
    }

    List<Endpoint> endpoints() {
        return List.of(
                caller.personal("GET", "/v1/me", "", this::me),
                caller.personal("GET", "/v1/me/tracks", READ, this::liked),
                caller.personal("GET", "/v1/me/library/contains", READ, (call, _) -> contains(uris(call))),
                caller.personal("PUT", "/v1/me/library", MODIFY, (call, _) -> save(uris(call))),
                caller.personal("DELETE", "/v1/me/library", MODIFY, (call, _) -> remove(uris(call))),
                caller.oldPersonal("GET", "/v1/me/tracks/contains", READ, (call, _) -> contains(ids(call))),
                caller.oldPersonal("PUT", "/v1/me/tracks", MODIFY, (call, _) -> save(ids(call))),
                caller.oldPersonal("DELETE", "/v1/me/tracks", MODIFY, (call, _) -> remove(ids(call))),
                caller.personal("GET", "/v1/me/albums", READ, (call, _) -> nothing(call)),
                caller.personal("GET", "/v1/me/episodes", READ, (call, _) -> nothing(call)),
                caller.personal("GET", "/v1/me/shows", READ, (call, _) -> nothing(call)));
    }

    private Answer me(Call call, Look look) {
        return Answer.json(200, Users.me(look, caller.access(call).scopes()));
    }

    private Answer liked(Call call, Look look) {
        List<Entry> songs = holdings.liked().stream()
                .filter(entry -> entry.item() instanceof Entry.Item.Song)
                .toList();
        return Answer.json(200, Page.of(call, USUAL, MOST).show(songs, entry -> saved(look, entry)));
    }

    private JsonNode saved(Look look, Entry entry) {
        ObjectNode saved = Json.object()
                .put("added_at", entry.addedAt().map(Object::toString).orElse("1970-01-01T00:00:00Z"));
        if (entry.item() instanceof Entry.Item.Song(String id)) {
            holdings.track(id).ifPresent(track -> saved.set("track", shop.song(look, track)));
        }
        return saved;
    }

    private Answer contains(List<String> ids) {
        Set<Entry.Item> liked = holdings.liked().stream().map(Entry::item).collect(Collectors.toSet());
        ArrayNode answers = Json.array();
        ids.forEach(id -> answers.add(liked.contains(new Entry.Item.Song(id))));
        return Answer.json(200, answers);
    }

    private Answer save(List<String> ids) {
        var now = Optional.of(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        holdings.change(
                Optional.empty(),
                liked -> Stream.concat(
                                ids.stream().map(id -> new Entry(now, new Entry.Item.Song(id))),
                                liked.stream().filter(entry -> !isOneOf(ids, entry)))
                        .toList());
        return Answer.empty(200);
    }

    private Answer remove(List<String> ids) {
        holdings.change(
                Optional.empty(),
                liked -> liked.stream().filter(entry -> !isOneOf(ids, entry)).toList());
        return Answer.empty(200);
    }

    private static boolean isOneOf(List<String> ids, Entry entry) {
        return entry.item() instanceof Entry.Item.Song(String id) && ids.contains(id);
    }

    private static Answer nothing(Call call) {
        return Answer.json(200, Page.of(call, USUAL, MOST).show(List.<JsonNode>of(), none -> none));
    }

    /// The ids in the query, or in a body, as `{"ids": […]}` or as the list alone.
    private static List<String> ids(Call call) {
        JsonNode json = call.json();
        JsonNode body = json.isArray() ? json : json.path("ids");
        return body.isArray()
                ? Stream.iterate(0, at -> at < body.size(), at -> at + 1)
                        .map(at -> Caller.id(body.get(at).asText()))
                        .toList()
                : Caller.each(call, MOST, id -> id);
    }

    private static List<String> uris(Call call) {
        List<String> uris = List.of(call.parameter("uris").orElse("").split(",", -1));
        if (uris.size() > MOST_URIS) {
            throw new Refusal(400, "Too many uris requested");
        }
        return uris.stream().map(Library::trackOf).toList();
    }

    private static String trackOf(String uri) {
        if (!uri.startsWith(TRACK) || !Ids.isId(uri.substring(TRACK.length()))) {
            throw new Refusal(400, "Invalid uri: " + uri);
        }
        return uri.substring(TRACK.length());
    }
}
