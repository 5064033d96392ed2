package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.Track;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Tracks, albums, artists and audio features. Thread-safe.
final class Catalogue {

    private static final int MOST_IN_BATCH = 50;
    private static final int MOST_FEATURES = 100;
    private static final int MOST_ALBUMS = 20;
    private static final int USUAL = 20;
    private static final int MOST = 50;

    private final Holdings holdings;
    private final Caller caller;
    private final Shop shop;

    Catalogue(Holdings holdings, Caller caller) {
        this.holdings = holdings;
        this.caller = caller;
        this.shop = new Shop(holdings);
    }

    List<Endpoint> endpoints() {
        return List.of(
                caller.open("GET", "/v1/tracks/{id}", (call, look) -> one(call, id -> track(look, id))),
                caller.old(
                        "GET",
                        "/v1/tracks",
                        (call, look) -> many(call, "tracks", MOST_IN_BATCH, id -> track(look, id))),
                caller.old("GET", "/v1/audio-features/{id}", (call, look) -> one(call, id -> features(look, id))),
                caller.old(
                        "GET",
                        "/v1/audio-features",
                        (call, look) -> many(call, "audio_features", MOST_FEATURES, id -> features(look, id))),
                caller.open("GET", "/v1/albums/{id}", (call, look) -> one(call, id -> album(look, id))),
                caller.open("GET", "/v1/albums/{id}/tracks", this::albumTracks),
                caller.old(
                        "GET", "/v1/albums", (call, look) -> many(call, "albums", MOST_ALBUMS, id -> album(look, id))),
                caller.open("GET", "/v1/artists/{id}", (call, look) -> one(call, id -> artist(look, id))),
                caller.open("GET", "/v1/artists/{id}/albums", this::artistAlbums),
                caller.old("GET", "/v1/artists/{id}/top-tracks", this::topTracks),
                caller.old(
                        "GET",
                        "/v1/artists",
                        (call, look) -> many(call, "artists", MOST_IN_BATCH, id -> artist(look, id))),
                caller.open(
                        "GET",
                        "/v1/episodes/{id}",
                        (call, look) -> one(call, id -> Optional.of(Episodes.full(look, id)))));
    }

    private static Answer one(Call call, Function<String, Optional<ObjectNode>> find) {
        return find.apply(Caller.id(call.place("id")))
                .map(found -> Answer.json(200, found))
                .orElseThrow(() -> new Refusal(404, "Resource not found"));
    }

    /// Null stands in the place of what is unknown.
    private static Answer many(Call call, String name, int most, Function<String, Optional<ObjectNode>> find) {
        List<JsonNode> found = Caller.each(
                call,
                most,
                id -> find.apply(id).<JsonNode>map(Function.identity()).orElseGet(NullNode::getInstance));
        ObjectNode body = Json.object();
        body.putArray(name).addAll(found);
        return Answer.json(200, body);
    }

    private Optional<ObjectNode> track(Look look, String id) {
        return holdings.track(id).map(track -> shop.song(look, track));
    }

    private Optional<ObjectNode> features(Look look, String id) {
        return holdings.track(id).map(track -> Features.of(look, track));
    }

    private Optional<ObjectNode> album(Look look, String id) {
        List<Track> tracks = shop.albumTracks(id);
        if (tracks.isEmpty()) {
            return Optional.empty();
        }
        var page = new Page(look.href("/albums/" + id + "/tracks"), java.util.Map.of(), 0, MOST);
        return Optional.of(Albums.full(look, tracks, page.show(tracks, track -> Songs.simplified(look, track))));
    }

    private Answer albumTracks(Call call, Look look) {
        List<Track> tracks = shop.albumTracks(Caller.id(call.place("id")));
        if (tracks.isEmpty()) {
            throw new Refusal(404, "Resource not found");
        }
        return Answer.json(200, Page.of(call, USUAL, MOST).show(tracks, track -> Songs.simplified(look, track)));
    }

    private Optional<ObjectNode> artist(Look look, String id) {
        List<Track> tracks = shop.artistTracks(id);
        List<String> genres = tracks.stream()
                .flatMap(track -> track.genres().stream())
                .distinct()
                .toList();
        return shop.artistName(tracks, id).map(name -> Artists.full(look, name, genres));
    }

    private Answer artistAlbums(Call call, Look look) {
        int most = caller.mode().development() ? 10 : MOST;
        List<Track> tracks = known(call);
        return Answer.json(
                200,
                Page.of(call, 5, most)
                        .show(
                                tracks.stream().map(Albums::id).distinct().toList(),
                                album -> Albums.simplified(look, shop.albumTracks(album))
                                        .put("album_group", "album")));
    }

    private Answer topTracks(Call call, Look look) {
        ArrayNode songs = Json.array();
        known(call).stream().limit(10).forEach(track -> songs.add(shop.song(look, track)));
        ObjectNode body = Json.object();
        body.set("tracks", songs);
        return Answer.json(200, body);
    }

    private List<Track> known(Call call) {
        List<Track> tracks = shop.artistTracks(Caller.id(call.place("id")));
        if (tracks.isEmpty()) {
            throw new Refusal(404, "Resource not found");
        }
        return tracks;
    }
}
