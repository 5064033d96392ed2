package dev.segue.detection.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.detection.ApiGate.Purpose;
import dev.segue.detection.Outcome;
import dev.segue.detection.Playing;
import dev.segue.detection.Spotify;
import dev.segue.detection.spotify.WebApi.Call;
import dev.segue.library.AudioFeatures;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The calls of the web API that this service makes.
@ApplicationScoped
class SpotifyClient implements Spotify {

    private static final int PAGE = 50;

    private final WebApi api;

    SpotifyClient(WebApi api) {
        this.api = api;
    }

    @Override
    public Outcome<Track> track(TrackId id) {
        return get("GET /v1/tracks/{id}", "/tracks/" + id.key(), false)
                .then(json -> json.path("name").isTextual()
                        ? new Outcome.Answer<>(TrackJson.track(id, json, Optional.empty()))
                        : new Outcome.Failed<>("a track without a name"));
    }

    @Override
    public Outcome<Map<TrackId, Track>> tracks(List<TrackId> ids) {
        return get("GET /v1/tracks", "/tracks?ids=" + keys(ids), false)
                .then(json -> inPlace(
                        json.path("tracks"),
                        ids,
                        (id, one) -> Optional.of(TrackJson.track(id, one, Optional.empty()))));
    }

    @Override
    public Outcome<Map<TrackId, AudioFeatures>> features(List<TrackId> ids) {
        return get("GET /v1/audio-features", "/audio-features?ids=" + keys(ids), false)
                .then(json -> inPlace(json.path("audio_features"), ids, (_, one) -> TrackJson.features(one)));
    }

    @Override
    public Outcome<Playlist> playlist(String id) {
        return get("GET /v1/playlists/{id}", "/playlists/" + checked(id), false)
                .then(json -> ListJson.playlist(id, json));
    }

    @Override
    public Outcome<Entries> entries(String playlist, int offset) {
        return get("GET /v1/playlists/{id}/items", "/playlists/" + checked(playlist) + "/items" + page(offset), false)
                .then(ListJson::entries);
    }

    @Override
    public Outcome<Entries> liked(int offset) {
        return get("GET /v1/me/tracks", "/me/tracks" + page(offset), true).then(ListJson::entries);
    }

    @Override
    public Outcome<Playing> playing() {
        var call = new Call(
                "GET /v1/me/player/currently-playing", "/me/player/currently-playing", true, Purpose.NOW_PLAYING);
        return api.get(call).then(json -> new Outcome.Answer<>(TrackJson.playing(json)));
    }

    @Override
    public Outcome<Listing> playlists(int offset) {
        return get("GET /v1/me/playlists", "/me/playlists" + page(offset), true).then(ListJson::listing);
    }

    private Outcome<JsonNode> get(String endpoint, String path, boolean personal) {
        return api.get(new Call(endpoint, path, personal, Purpose.OTHER));
    }

    private static String page(int offset) {
        return "?limit=" + PAGE + "&offset=" + offset;
    }

    private static String keys(List<TrackId> ids) {
        return ids.stream().map(TrackId::key).collect(Collectors.joining(","));
    }

    private static String checked(String id) {
        return TrackId.spotify(id).key(); // ids of playlists have the same form
    }

    private interface Reading<T> {
        Optional<T> read(TrackId id, JsonNode json);
    }

    /// The answer to a batch keeps the order of the question, with `null` for what is unknown.
    private static <T> Outcome<Map<TrackId, T>> inPlace(JsonNode array, List<TrackId> ids, Reading<T> reading) {
        if (array.size() != ids.size()) {
            return new Outcome.Failed<>(ids.size() + " were asked for, " + array.size() + " came");
        }
        var found = new HashMap<TrackId, T>();
        for (int at = 0; at < ids.size(); at++) {
            TrackId id = ids.get(at);
            Optional.of(array.get(at))
                    .filter(JsonNode::isObject)
                    .flatMap(one -> reading.read(id, one))
                    .ifPresent(one -> found.put(id, one));
        }
        return new Outcome.Answer<>(found);
    }
}
