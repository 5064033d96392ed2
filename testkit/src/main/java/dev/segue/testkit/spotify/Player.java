package dev.segue.testkit.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Durations;
import dev.segue.testkit.standin.Endpoint;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.Json;
import dev.segue.testkit.standin.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What plays now and what was played. Thread-safe.
final class Player {

    private static final Duration EPISODE = Duration.ofMinutes(30);
    private static final Duration AD = Duration.ofSeconds(30);
    private static final int USUAL = 20;
    private static final int MOST = 50;

    private final Holdings holdings;
    private final Caller caller;
    private final InstantSource clock;
    private final Shop shop;
    private volatile Playing playing = Playing.NOTHING;

    Player(Holdings holdings, Caller caller, InstantSource clock) {
        this.holdings = holdings;
        this.caller = caller;
        this.clock = clock;
        this.shop = new Shop(holdings);
    }

    List<Endpoint> endpoints() {
        return List.of(
                caller.personal(
                        "GET",
                        "/v1/me/player/currently-playing",
                        "user-read-currently-playing",
                        this::currentlyPlaying),
                caller.personal("GET", "/v1/me/player", "user-read-playback-state", this::player),
                caller.personal("GET", "/v1/me/player/devices", "user-read-playback-state", (_, _) -> devices()),
                caller.personal("GET", "/v1/me/player/recently-played", "user-read-recently-played", this::recent));
    }

    /// What plays from now on: `{"tracks": [id, …], "progress": "30s", "playing": true}`, or `{"type": "episode"}` and
    /// the like, or `{}` for nothing.
    ///
    /// @throws IllegalArgumentException if it is none of these
    void play(JsonNode json) {
        var pieces = new ArrayList<Playing.Piece>();
        json.path("tracks").forEach(id -> pieces.add(track(id.asText())));
        switch (json.path("type").asText("track")) {
            case "track" -> {}
            case "episode" -> pieces.add(new Playing.Piece("episode", Ids.of("episode", "now"), EPISODE));
            case "ad" -> pieces.add(new Playing.Piece("ad", "", AD));
            case "unknown" -> pieces.add(new Playing.Piece("unknown", "", EPISODE));
            default -> throw new IllegalArgumentException("type is track, episode, ad or unknown");
        }
        Duration progress = Durations.parse(json.path("progress").asText("0"));
        playing = new Playing(
                pieces, clock.instant().minus(progress), json.path("playing").asBoolean(true), progress);
    }

    private Playing.Piece track(String id) {
        return holdings.track(id)
                .map(track -> new Playing.Piece("track", id, Duration.ofMillis(Songs.milliseconds(track))))
                .orElseThrow(() -> new IllegalArgumentException("no track \"" + id + "\" here"));
    }

    /// 204 when nothing plays, which the OpenAPI document does not tell.
    private Answer currentlyPlaying(Call call, Look look) {
        return playing.at(clock.instant())
                .map(moment -> Answer.json(200, moment(call, look, moment)))
                .orElseGet(() -> Answer.empty(204));
    }

    private Answer player(Call call, Look look) {
        return playing.at(clock.instant())
                .map(moment -> Answer.json(
                        200,
                        moment(call, look, moment)
                                .put("repeat_state", "off")
                                .put("shuffle_state", false)
                                .set("device", device())))
                .orElseGet(() -> Answer.empty(204));
    }

    private ObjectNode moment(Call call, Look look, Playing.Moment moment) {
        ObjectNode shown = Json.object()
                .put("timestamp", clock.instant().toEpochMilli())
                .put("progress_ms", (int) moment.progress().toMillis())
                .put("is_playing", moment.moving())
                .put("currently_playing_type", moment.piece().type());
        shown.set("context", context(look));
        shown.set("item", item(call, look, moment.piece()));
        ObjectNode actions = shown.putObject("actions");
        actions.putObject("disallows").put(moment.moving() ? "resuming" : "pausing", true);
        return shown;
    }

    private JsonNode item(Call call, Look look, Playing.Piece piece) {
        boolean episodes = List.of(
                        call.parameter("additional_types").orElse("track").split(",", -1))
                .contains("episode");
        return switch (piece.type()) {
            case "track" -> song(look, piece).orElseGet(NullNode::getInstance);
            case "episode" -> episodes ? Episodes.full(look, piece.id()) : NullNode.getInstance();
            default -> NullNode.getInstance();
        };
    }

    private Optional<JsonNode> song(Look look, Playing.Piece piece) {
        return holdings.track(piece.id()).map(track -> shop.song(look, track));
    }

    private static ObjectNode context(Look look) {
        ObjectNode context = Json.object()
                .put("type", "collection")
                .put("href", look.href("/me/tracks"))
                .put("uri", "spotify:user:" + Spotify.USER + ":collection");
        context.set("external_urls", Json.object().put("spotify", "https://open.spotify.com/collection/tracks"));
        return context;
    }

    private static ObjectNode device() {
        return Json.object()
                .put("id", Ids.of("device", Spotify.USER))
                .put("is_active", true)
                .put("is_private_session", false)
                .put("is_restricted", false)
                .put("name", "Kitchen")
                .put("type", "Speaker")
                .put("volume_percent", 40)
                .put("supports_volume", true);
    }

    private static Answer devices() {
        ObjectNode body = Json.object();
        body.putArray("devices").add(device());
        return Answer.json(200, body);
    }

    private Answer recent(Call call, Look look) {
        Page page = Page.of(call, USUAL, MOST);
        long after = moment(call, "after", Long.MIN_VALUE);
        long before = moment(call, "before", Long.MAX_VALUE);
        List<Playing.Heard> heard = playing.heard(clock.instant()).stream()
                .filter(one -> one.at().toEpochMilli() > after && one.at().toEpochMilli() < before)
                .limit(page.limit())
                .toList();
        ObjectNode body = Json.object().put("href", page.url()).put("limit", page.limit());
        ObjectNode cursors = body.putObject("cursors");
        if (!heard.isEmpty()) {
            long oldest = heard.getLast().at().toEpochMilli();
            cursors.put("after", Long.toString(heard.getFirst().at().toEpochMilli()));
            cursors.put("before", Long.toString(oldest));
            body.put("next", page.url() + "?before=" + oldest + "&limit=" + page.limit());
        }
        body.putArray("items")
                .addAll(heard.stream().map(one -> played(look, one)).toList());
        return Answer.json(200, body);
    }

    private static long moment(Call call, String name, long otherwise) {
        try {
            return call.parameter(name).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException none) {
            throw new Refusal(400, "Invalid " + name, none);
        }
    }

    private ObjectNode played(Look look, Playing.Heard heard) {
        ObjectNode played = Json.object().put("played_at", heard.at().toString());
        played.set("track", song(look, heard.piece()).orElseGet(NullNode::getInstance));
        played.set("context", context(look));
        return played;
    }
}
